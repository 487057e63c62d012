using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Suppression;

/// <summary>Finds what an audience may see today.</summary>
internal sealed class PolicyReader(ReportingDbContext db, TimeProvider time)
{
    /// <summary>The protection that holds. Where none is set, the strictest of all audiences would be a guess: nothing is shown.</summary>
    public async Task<Protection> ForAsync(Audience audience, CancellationToken ct)
    {
        var today = time.DutchToday();
        var policies = await db.Set<SuppressionPolicy>().AsNoTracking().Where(policy => policy.Audience == audience).ToListAsync(ct);
        return policies.SingleOrDefault(policy => policy.Validity.Contains(today))?.Protection ?? new Protection(int.MaxValue, SuppressionPolicy.MostMoneyPercent);
    }
}
