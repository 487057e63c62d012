using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Wakes the relay once a transaction that published something is visible to others.</summary>
internal sealed class CommitListener : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as ServiceDbContext)?.RingAfterCommit();

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ServiceDbContext)?.RingAfterCommit();
        return Task.CompletedTask;
    }
}
