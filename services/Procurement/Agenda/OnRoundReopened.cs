using MassTransit;
using Regio.Messages.Municipalities.V1;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Agenda;

/// <summary>Notes that a next version of a vision is being prepared.</summary>
internal sealed class OnRoundReopened(ProcurementDbContext db) : IConsumer<RoundReopened>
{
    public async Task Consume(ConsumeContext<RoundReopened> context)
    {
        var told = context.Message;
        (await db.VisionAsync(told.RoundId, context.CancellationToken)).Reopen(told.AggregateVersion, told.RegionId);
    }
}
