using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Monitor;

/// <summary>
/// Counts the cases of the expert table: by state for the region and for the own municipality, and for other
/// municipalities only their number. Small counts, and what would give them away, are left out for those who may not see them.
/// </summary>
internal sealed class CaseReader(ReportingDbContext db, PolicyReader policies, HiddenCells hidden)
{
    public async Task<CasesView> ReadAsync(string areaId, string[] regionMunicipalityIds, Viewer viewer, CancellationToken ct)
    {
        var counts = await db.Set<ProjectedCase>().Where(c => regionMunicipalityIds.Contains(c.MunicipalityId))
            .GroupBy(c => new { c.MunicipalityId, c.State })
            .Select(g => new CaseCell(g.Key.MunicipalityId, g.Key.State, g.LongCount()))
            .ToListAsync(ct);
        var protection = await policies.ForAsync(viewer.Audience, ct);

        // One table for all pages: what is left out on one must not follow from another.
        var secret = hidden.Of(CaseCells.Of(counts, regionMunicipalityIds), protection);
        var own = viewer.Owns(areaId);
        var here = counts.Where(c => areaId == MonitorArea.Region || c.MunicipalityId == areaId).ToList();
        long? Shown(string cell, long count) => own || !secret.Contains(cell) ? count : null;
        var states = CaseStates.Of(counts.Select(c => c.State).Distinct()).ToDictionary(state => state, state =>
            Shown(state, here.Where(c => c.State == state).Sum(c => c.Count)));
        return new CasesView(
            Shown(areaId, here.Sum(c => c.Count)),
            own || areaId == MonitorArea.Region ? CaseStates.InOrder(states) : [],
            own ? 0 : protection.Threshold);
    }
}

/// <summary>How many cases of a municipality are in a state.</summary>
internal sealed record CaseCell(string MunicipalityId, string State, long Count);

/// <summary>The numbers of cases that are shown: by municipality, by state, and of all.</summary>
internal static class CaseCells
{
    public static CellTable Of(IReadOnlyList<CaseCell> counts, IReadOnlyList<string> municipalityIds)
    {
        var states = CaseStates.Of(counts.Select(c => c.State).Distinct()).ToList();
        var municipalities = municipalityIds.Order(StringComparer.Ordinal).ToList();
        return new(
            [
                new Cell(MonitorArea.Region, counts.Sum(c => c.Count), Amount: null, Owner: ""),
                .. municipalities.Select(id => new Cell(id, counts.Where(c => c.MunicipalityId == id).Sum(c => c.Count), Amount: null, id)),
                .. states.Select(state => new Cell(state, counts.Where(c => c.State == state).Sum(c => c.Count), Amount: null, Owner: "")),
            ],
            [
                new CellSum(0, [.. Enumerable.Range(1, municipalities.Count)]),
                new CellSum(0, [.. Enumerable.Range(1 + municipalities.Count, states.Count)]),
            ]);
    }
}
