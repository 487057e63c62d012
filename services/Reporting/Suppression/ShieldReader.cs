using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Suppression;

/// <summary>Says which figures a viewer may not see, and shows them as such.</summary>
internal sealed class ShieldReader(ReportingDbContext db, PolicyReader policies, HiddenCells hidden, TimeProvider time)
{
    /// <summary>What stands in the place of a figure that is not shown.</summary>
    public const string NotShown = "niet getoond";

    /// <summary>The figures, with those that the viewer may not see emptied. Order and number stay.</summary>
    public async Task<IReadOnlyList<Observation>> ShieldAsync(IReadOnlyList<Observation> figures, Viewer viewer, CancellationToken ct)
    {
        var countedBy = await CountedByAsync(ct);
        var guarded = figures.Where(o => countedBy.ContainsKey(o.Indicator) && !viewer.Owns(o.AreaId)).ToList();
        if (guarded.Count == 0)
            return figures;
        var protection = await policies.ForAsync(viewer.Audience, ct);
        if (protection.Threshold == 0)
            return figures;

        var shown = new HashSet<Observation>();
        var areas = await AreasAsync(ct);
        foreach (var family in guarded.GroupBy(o => (Count: countedBy[o.Indicator], Year: FigureFamilyReader.Year(o))))
        {
            var indicators = countedBy.Where(pair => pair.Value == family.Key.Count).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
            shown.UnionWith(await ShownAsync([.. family], new FigureFamilyReader(db, hidden, family.Key.Count, family.Key.Year, indicators), areas, protection, ct));
        }

        var refused = guarded.Where(o => !shown.Contains(o)).ToHashSet();
        return [.. figures.Select(o => refused.Contains(o) ? Emptied(o) : o)];
    }

    /// <summary>Whether a figure has been emptied.</summary>
    public static bool IsHidden(Observation figure) => figure is { Value: NotShown, ValueNumeric: null };

    private static Observation Emptied(Observation figure) => figure with { Value = NotShown, ValueNumeric = null };

    /// <summary>The latest versions that may be shown. An earlier version could give the latest away, so none of them is.</summary>
    private static async Task<IEnumerable<Observation>> ShownAsync(
        IReadOnlyList<Observation> wanted, FigureFamilyReader family, IReadOnlyList<AreaSum> areas, Protection protection, CancellationToken ct)
    {
        var secret = await family.HiddenAsync(areas, protection, ct);
        return (await family.LatestOfAsync(wanted, ct)).Where(o => !secret.Contains(FigureTable.CellId(o.AreaId, o.Period, o.Breakdown)));
    }

    private Task<Dictionary<string, string>> CountedByAsync(CancellationToken ct) => db.Set<Indicator>()
        .Holding(time.DutchToday()).Where(i => i.CountedBy != "").ToDictionaryAsync(i => i.Id, i => i.CountedBy, ct);

    /// <summary>Regions and their municipalities today, and the region as the sum of its procurement regions.</summary>
    private async Task<IReadOnlyList<AreaSum>> AreasAsync(CancellationToken ct)
    {
        var today = time.DutchToday();
        var members = await db.Set<ProjectedMembership>()
            .Where(m => m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil > today)).OrderBy(m => m.MunicipalityId).ToListAsync(ct);
        var regions = members.GroupBy(m => m.RegionId).Select(g => new AreaSum(g.Key, [.. g.Select(m => m.MunicipalityId)])).OrderBy(sum => sum.AreaId, StringComparer.Ordinal).ToList();
        var procurement = members.Where(m => m.RegionKind == "procurement").Select(m => m.RegionId).Distinct().Order(StringComparer.Ordinal).ToList();
        var whole = regions.Where(sum => !procurement.Contains(sum.AreaId) && sum.Parts.Count == members.Count(m => m.RegionKind == "procurement"));
        return [.. regions, .. whole.Select(sum => new AreaSum(sum.AreaId, procurement))];
    }
}
