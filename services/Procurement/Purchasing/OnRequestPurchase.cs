using MassTransit;
using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Purchasing;

/// <summary>Records a request of the expert table, once however often it is asked.</summary>
internal sealed class OnRequestPurchase(ProcurementDbContext db, TimeProvider time) : IConsumer<RequestPurchase>
{
    public async Task Consume(ConsumeContext<RequestPurchase> context)
    {
        var asked = context.Message;
        if (!await db.Set<PurchaseRequest>().AnyAsync(r => r.Id == asked.PurchaseRequestId, context.CancellationToken))
            db.Add(PurchaseRequest.Record(asked.PurchaseRequestId, asked.MunicipalityId, asked.ProductId, time.StorableNow()));
    }
}
