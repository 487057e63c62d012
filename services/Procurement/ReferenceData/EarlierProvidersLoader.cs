using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.ReferenceData;

/// <summary>Tells, once, of providers that were registered before there were events of them: readers would miss their names until they change.</summary>
internal sealed class EarlierProvidersLoader(TimeProvider time) : IReferenceDataLoader<ProcurementDbContext>
{
    public async Task LoadAsync(ProcurementDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.StorableNow();
        // By the type, so that few of all events are compared. Locked, so that what another process changes meanwhile is told after this.
        var untold = await db.Set<Provider>().FromSql(
            $"""
             select it.* from provider it
             where not exists (
                 select from outbox_message told
                 where told.is_event and split_part(told.message_type, ',', 1) = {typeof(ProviderChanged).FullName} and told.lane = it.id::text)
             for update of it
             """).AsNoTracking().ToListAsync(ct);
        foreach (var provider in untold)
            db.Publish(provider.ToEvent(now), provider.Id.ToString("D"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
