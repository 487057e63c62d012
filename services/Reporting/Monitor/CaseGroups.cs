namespace Regio.Reporting.Monitor;

/// <summary>The municipalities of the region by the procurement region that they belong to on a day, with those that went over into them.</summary>
internal sealed class CaseGroups
{
    private readonly Dictionary<string, string> _groups;

    /// <param name="region">The municipalities of the region.</param>
    /// <param name="groups">The group of each municipality that has one.</param>
    public CaseGroups(IEnumerable<string> region, IEnumerable<(string MunicipalityId, string Group)> groups)
    {
        Region = [.. region];
        _groups = groups.DistinctBy(pair => pair.MunicipalityId).ToDictionary(pair => pair.MunicipalityId, pair => pair.Group, StringComparer.Ordinal);
        Ids = [.. _groups.Values.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The municipalities of the region.</summary>
    public string[] Region { get; }

    /// <summary>The groups, in order of their ids.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The group of a municipality; elsewhere: it has none.</summary>
    public string Of(string municipalityId) => _groups.GetValueOrDefault(municipalityId, "elsewhere");
}
