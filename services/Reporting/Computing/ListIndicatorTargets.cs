using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;

namespace Regio.Reporting.Computing;

/// <summary>All targets there have been, by indicator, area and first day.</summary>
internal sealed class ListIndicatorTargets(ReportingDbContext db)
{
    public async Task<ListIndicatorTargetsResponse> RunAsync(CancellationToken ct)
    {
        var targets = await db.Set<IndicatorTarget>().AsNoTracking().ToListAsync(ct);
        return new ListIndicatorTargetsResponse
        {
            Targets =
            {
                targets.OrderBy(t => t.Indicator, StringComparer.Ordinal).ThenBy(t => t.AreaId, StringComparer.Ordinal).ThenBy(t => t.Validity.From)
                    .Select(ComputingMapping.ToProto),
            },
        };
    }
}
