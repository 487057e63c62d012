using MassTransit;
using Regio.Messages.Municipalities.V1;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Agenda;

/// <summary>Notes that a vision is in force.</summary>
internal sealed class OnVisionAdopted(ProcurementDbContext db) : IConsumer<VisionAdopted>
{
    public async Task Consume(ConsumeContext<VisionAdopted> context)
    {
        var told = context.Message;
        (await db.VisionAsync(told.RoundId, context.CancellationToken)).Adopt(told.AggregateVersion, told.RegionId, told.VersionNumber, told.AdoptedOn);
    }
}
