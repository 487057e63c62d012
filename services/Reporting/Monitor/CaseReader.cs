using Microsoft.EntityFrameworkCore;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Monitor;

/// <summary>
/// Counts the cases of the expert table: by state for the region and for the own municipality, and for other
/// municipalities only their number; and for the region what cases got stuck on. Small counts, and what would give them away, are left out for those who may not see them.
/// </summary>
internal sealed class CaseReader(ReportingDbContext db, PolicyReader policies, HiddenCells hidden, HalfYearReader halfYears)
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
            areaId == MonitorArea.Region ? await halfYears.ReadStuckAsync(protection, ct) : [],
            own ? 0 : protection.Threshold);
    }
}

/// <summary>How many cases of a municipality are in a state.</summary>
internal sealed record CaseCell(string MunicipalityId, string State, long Count);

/// <summary>
/// The numbers of cases that are shown: by municipality, by state, and of all; and by group of municipalities where these
/// are to be shown beside them.
/// </summary>
internal static class CaseCells
{
    public static string GroupCell(string groupId) => $"group {groupId}";

    public static CellTable Of(IReadOnlyList<CaseCell> counts, IReadOnlyList<string> municipalityIds, CaseGroups? groups = null)
    {
        var municipalities = municipalityIds.Order(StringComparer.Ordinal).ToList();
        var ofRegion = counts.Where(c => municipalities.Contains(c.MunicipalityId)).ToList();
        var states = CaseStates.Of(ofRegion.Select(c => c.State).Distinct()).ToList();
        long CasesOf(string id) => ofRegion.Where(c => c.MunicipalityId == id).Sum(c => c.Count);
        List<Cell> cells =
        [
            new Cell(MonitorArea.Region, ofRegion.Sum(c => c.Count), Amount: null, Owner: ""),
            .. municipalities.Select(id => new Cell(id, CasesOf(id), Amount: null, id)),
            .. states.Select(state => new Cell(state, ofRegion.Where(c => c.State == state).Sum(c => c.Count), Amount: null, Owner: "")),
            .. (groups?.Ids ?? []).Select(group => new Cell(GroupCell(group), municipalities.Where(id => groups!.Of(id) == group).Sum(CasesOf), Amount: null, Owner: "")),
        ];
        var places = cells.Select((cell, place) => (cell.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        return new(
            cells,
            [
                new CellSum(0, [.. municipalities.Select(id => places[id])]),
                new CellSum(0, [.. states.Select(state => places[state])]),
                .. from id in groups?.Ids ?? []
                   let members = municipalities.Where(m => groups!.Of(m) == id).Select(m => places[m]).ToArray()
                   where members.Length > 0
                   select new CellSum(places[GroupCell(id)], members),
            ]);
    }
}
