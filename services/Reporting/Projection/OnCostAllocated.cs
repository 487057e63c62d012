using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>
/// Adds an allocation and its shares, and moves the running totals along in the same transaction. A credit takes the allocation
/// that it mirrors out of the count as it takes its amount out of the sum: both say what stands.
/// It waits for nothing: the municipalities may become known later.
/// </summary>
internal sealed class OnCostAllocated(ReportingDbContext db) : EventProjection<CostAllocated, ProjectedAllocation>
{
    // Every consumer locks the rows in the same order, so two of them never wait for each other.
    private const string MoveTotals =
        """
        insert into municipality_total (municipality_id, allocation_count, sum_cents)
        select id, {7}, {4} * cents::numeric
        from unnest({2}, {3}) as share (id, cents)
        order by id
        on conflict (municipality_id) do update set
            allocation_count = municipality_total.allocation_count + excluded.allocation_count,
            sum_cents = municipality_total.sum_cents + excluded.sum_cents;
        insert into sharer_set (digest, municipality_ids, allocation_count)
        values ({5}, {6}, {7})
        on conflict (digest) do update set allocation_count = sharer_set.allocation_count + excluded.allocation_count
        """;

    private const string AddShares =
        """
        insert into allocation_share (allocation_id, municipality_id, amount_cents, occurred_at)
        select {0}, id, cents, {1} from unnest({2}, {3}) as share (id, cents);

        """ + MoveTotals;

    private const string RemoveShares =
        """
        delete from allocation_share where allocation_id = {0};

        """ + MoveTotals;

    public override async Task ApplyAsync(CostAllocated allocated, CancellationToken ct)
    {
        if (!await IsNewAsync(allocated, ct))
        {
            if (!await TakeVersionAsync(allocated, ct))
                return;
            await TakeBackAsync(allocated, ct);
        }

        await AddSharesAsync(allocated, ct);
    }

    private async Task<bool> IsNewAsync(CostAllocated allocated, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into allocation (id, subject, purpose, allocation_key_id, amount_cents, percentage_sum, occurred_at, version)
             values ({allocated.CostAllocationId}, {allocated.Subject}, {allocated.Purpose}, {allocated.AllocationKeyId},
                     {allocated.AmountCents}, {PercentageSum(allocated)}, {allocated.OccurredAt.ToUniversalTime()}, {allocated.AggregateVersion})
             on conflict (id) do nothing
             """,
            ct) == 1;

    private async Task<bool> TakeVersionAsync(CostAllocated allocated, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             update allocation set
                 subject = {allocated.Subject}, purpose = {allocated.Purpose}, allocation_key_id = {allocated.AllocationKeyId},
                 amount_cents = {allocated.AmountCents}, percentage_sum = {PercentageSum(allocated)}, occurred_at = {allocated.OccurredAt.ToUniversalTime()},
                 version = {allocated.AggregateVersion}
             where id = {allocated.CostAllocationId} and version < {allocated.AggregateVersion}
             """,
            ct) == 1;

    private async Task TakeBackAsync(CostAllocated allocated, CancellationToken ct)
    {
        var shares = await db.Set<ProjectedShare>().AsNoTracking().Where(s => s.AllocationId == allocated.CostAllocationId).ToListAsync(ct);
        await MoveAsync(RemoveShares, allocated, [.. shares.Select(s => s.MunicipalityId)], [.. shares.Select(s => s.AmountCents)], -1, ct);
    }

    private Task AddSharesAsync(CostAllocated allocated, CancellationToken ct) => MoveAsync(
        AddShares, allocated, [.. allocated.Shares.Select(s => s.MunicipalityId)], [.. allocated.Shares.Select(s => s.AmountCents)], 1, ct);

    // Credits from before they named what they take back are known by their amount, since nothing else is negative.
    private static int CountOf(CostAllocated allocated) => allocated.CreditsId is not null || allocated.AmountCents < 0 ? -1 : 1;

    // Events from before they told it say 0, which no sum is.
    private static decimal? PercentageSum(CostAllocated allocated) => allocated.PercentageSum == 0 ? null : allocated.PercentageSum;

    // One round trip for all: much of the time between a decision and its page is spent on the way to the database.
    private async Task MoveAsync(string statements, CostAllocated allocated, string[] ids, long[] cents, int times, CancellationToken ct)
    {
        var set = SharerSets.Of(ids);
        object[] values = [allocated.CostAllocationId, allocated.OccurredAt.ToUniversalTime(), ids, cents, times, set.Digest, set.MunicipalityIds, times * CountOf(allocated)];
        await db.Database.ExecuteSqlRawAsync(statements, values, ct);
    }
}
