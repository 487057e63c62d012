using MassTransit;
using Regio.Messages.Municipalities.V1;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Agenda;

/// <summary>Notes that a vision is no longer in force, or that an earlier version of it is again.</summary>
internal sealed class OnAdoptionLapsed(ProcurementDbContext db) : IConsumer<AdoptionLapsed>
{
    public async Task Consume(ConsumeContext<AdoptionLapsed> context)
    {
        var told = context.Message;
        (await db.VisionAsync(told.RoundId, context.CancellationToken)).Lapse(told.AggregateVersion, told.RegionId, told.VersionInForce);
    }
}
