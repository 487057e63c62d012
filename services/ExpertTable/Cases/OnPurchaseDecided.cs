using MassTransit;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.Messages.Procurement.V1;

namespace Regio.ExpertTable.Cases;

/// <summary>Shows in the case what Procurement decided. Requests that came from elsewhere are not for this service.</summary>
internal sealed class OnPurchaseDecided(ExpertTableDbContext db) : IConsumer<PurchaseDecided>
{
    public async Task Consume(ConsumeContext<PurchaseDecided> context)
    {
        var decided = context.Message;
        var file = await db.Set<Case>().Include(c => c.Purchases)
            .SingleOrDefaultAsync(c => c.Purchases.Any(p => p.Id == decided.PurchaseRequestId), context.CancellationToken);
        file?.PurchaseDecided(decided.PurchaseRequestId, new PurchaseDecision(decided.Granted, decided.Reason, decided.ContractLineId, decided.AggregateVersion));
    }
}
