namespace Regio.Reporting.Monitor;

/// <summary>Adds municipalities up. A sum with an unknown part is unknown.</summary>
internal static class RegionSums
{
    public static IReadOnlyList<RegionView> Of(string wholeId, string wholeName, IReadOnlyList<MunicipalityView> municipalities) =>
    [
        .. municipalities.Where(m => m.ProcurementRegionId.Length > 0)
            .GroupBy(m => (m.ProcurementRegionId, m.ProcurementRegionName))
            .OrderBy(g => g.Key.ProcurementRegionId, StringComparer.Ordinal)
            .Select(g => Sum(g.Key.ProcurementRegionId, g.Key.ProcurementRegionName, [.. g])),
        Sum(wholeId, wholeName, municipalities),
    ];

    /// <summary>Municipalities outside the key have no percentage; without any key the sum is unknown.</summary>
    public static decimal? Percentages(IEnumerable<MunicipalityView> municipalities)
    {
        var known = municipalities.Where(m => m.KeyPercentage is not null).Select(m => m.KeyPercentage!.Value).ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static RegionView Sum(string id, string name, IReadOnlyList<MunicipalityView> members) => new(
        id,
        name,
        members.Count > 0 && members.All(m => m.Youth is not null) ? members.Sum(m => m.Youth) : null,
        Percentages(members),
        members.Sum(m => m.AllocatedCents));
}
