using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>Reads until when the monitor knows what each of the other services did.</summary>
internal sealed class ProgressReader(ReportingDbContext db)
{
    public async Task<IReadOnlyList<ProgressView>> ReadAsync(CancellationToken ct)
    {
        var municipalities = new[]
        {
            await db.Set<ProjectedMunicipality>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedKey>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedAllocation>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedInvoiceRun>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedRound>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedWorkItem>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedPlan>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedPartialMembership>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedHourClaim>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedFund>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
        };
        var procurement = new[]
        {
            await db.Set<ProjectedContract>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedCeilingStep>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
            await db.Set<ProjectedClientStop>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct),
        };
        return
        [
            new("municipalities", municipalities.Max()),
            new("procurement", procurement.Max()),
            new("experttable", await db.Set<ProjectedCase>().MaxAsync(row => (DateTimeOffset?)row.OccurredAt, ct)),
        ];
    }
}
