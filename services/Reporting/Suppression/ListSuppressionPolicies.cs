using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;

namespace Regio.Reporting.Suppression;

/// <summary>All policies there have been, by audience and first day.</summary>
internal sealed class ListSuppressionPolicies(ReportingDbContext db)
{
    public async Task<ListSuppressionPoliciesResponse> RunAsync(CancellationToken ct)
    {
        var policies = await db.Set<SuppressionPolicy>().AsNoTracking().ToListAsync(ct);
        return new ListSuppressionPoliciesResponse
        {
            Policies = { policies.OrderBy(policy => policy.Audience).ThenBy(policy => policy.Validity.From).Select(SuppressionMapping.ToProto) },
        };
    }
}
