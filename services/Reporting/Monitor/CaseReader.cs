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

        // The same for all pages: what is left out on one must not follow from another.
        var secret = hidden.OfAll(CaseCells.Of(counts, regionMunicipalityIds), protection);
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
/// are to be shown beside them. Once as everybody reads them, and once in the eyes of each municipality.
/// </summary>
internal static class CaseCells
{
    public static string GroupCell(string groupId) => $"group {groupId}";

    /// <summary>
    /// The table of all, and for each municipality the table of the others: it knows its own cases by state, and takes them
    /// off what is shown of the region. None of the cells has an owner, since what an owner knows is no longer in its table.
    /// </summary>
    public static IReadOnlyList<CellTable> Of(IReadOnlyList<CaseCell> counts, IReadOnlyList<string> municipalityIds, CaseGroups? groups = null)
    {
        var municipalities = municipalityIds.Order(StringComparer.Ordinal).ToList();
        var region = municipalities.ToHashSet(StringComparer.Ordinal);
        var ofRegion = counts.Where(c => region.Contains(c.MunicipalityId)).ToList();
        var states = CaseStates.Of(ofRegion.Select(c => c.State).Distinct()).ToList();
        return
        [
            TableOf(ofRegion, municipalities, states, groups),
            // Who is alone has no others to learn of.
            .. municipalities.Where(_ => municipalities.Count > 1).Select(own => TableOf([.. ofRegion.Where(c => c.MunicipalityId != own)], [.. municipalities.Where(id => id != own)], states, groups)),
        ];
    }

    private static CellTable TableOf(List<CaseCell> counts, List<string> municipalities, List<string> states, CaseGroups? groups)
    {
        var ofMunicipality = counts.GroupBy(c => c.MunicipalityId, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Sum(c => c.Count), StringComparer.Ordinal);
        var ofState = counts.GroupBy(c => c.State, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Sum(c => c.Count), StringComparer.Ordinal);
        var members = municipalities.Where(id => groups is not null && groups.Ids.Contains(groups.Of(id))).GroupBy(id => groups!.Of(id), StringComparer.Ordinal).ToList();
        List<Cell> cells =
        [
            Counted(MonitorArea.Region, counts.Sum(c => c.Count)),
            .. municipalities.Select(id => Counted(id, ofMunicipality.GetValueOrDefault(id))),
            .. states.Select(state => Counted(state, ofState.GetValueOrDefault(state))),
            .. members.Select(group => Counted(GroupCell(group.Key), group.Sum(id => ofMunicipality.GetValueOrDefault(id)))),
        ];
        var places = cells.Select((cell, place) => (cell.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        return new(
            cells,
            [
                new CellSum(0, [.. municipalities.Select(id => places[id])]),
                new CellSum(0, [.. states.Select(state => places[state])]),
                .. members.Select(group => new CellSum(places[GroupCell(group.Key)], [.. group.Select(id => places[id])])),
            ]);
    }

    private static Cell Counted(string id, long cases) => new(id, cases, Amount: null, Owner: "");
}
