using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Responsibilities;

/// <summary>A role that nobody has.</summary>
/// <param name="Role">The role.</param>
/// <param name="MunicipalityIds">The municipalities for which nobody has it; empty: for none of them.</param>
internal sealed record ResponsibilityGap(ResponsibilityRole Role, IReadOnlyList<string> MunicipalityIds);

/// <summary>A role that more than one body has where one should.</summary>
internal sealed record ResponsibilityDouble(ResponsibilityRole Role, ResponsibilityScale Scale, IReadOnlyList<string> BodyIds);

/// <summary>A member of the region, and the procurement region that it belongs to.</summary>
internal sealed record MapMember(string MunicipalityId, string? ProcurementRegionId);

/// <summary>A topic of the map as it is on a day.</summary>
internal sealed record TopicOnDay(
    ResponsibilityTopic Topic,
    IReadOnlyList<Responsibility> Responsibilities,
    IReadOnlyList<ResponsibilityGap> Gaps,
    IReadOnlyList<ResponsibilityDouble> Doubles)
{
    public bool HasFindings => Gaps.Count + Doubles.Count > 0;
}

/// <summary>Finds where nobody is responsible and where two are.</summary>
internal static class ResponsibilityMap
{
    /// <param name="topic">The topic.</param>
    /// <param name="responsibilities">Those about it on the day.</param>
    /// <param name="members">The members of the region on the day.</param>
    public static TopicOnDay Of(ResponsibilityTopic topic, IReadOnlyList<Responsibility> responsibilities, IReadOnlyList<MapMember> members) => new(
        topic,
        [.. responsibilities.OrderBy(r => r.Role).ThenBy(r => r.Scale).ThenBy(r => r.BodyId, StringComparer.Ordinal)],
        [.. topic.RequiredRoles.Order().Select(role => GapOf(role, responsibilities, members)).OfType<ResponsibilityGap>()],
        [.. DoublesOf(responsibilities)]);

    private static ResponsibilityGap? GapOf(ResponsibilityRole role, IReadOnlyList<Responsibility> responsibilities, IReadOnlyList<MapMember> members)
    {
        var having = responsibilities.Where(r => r.Role == role).ToList();
        if (having.Count == 0)
            return new ResponsibilityGap(role, []);
        var without = members.Where(m => !having.Exists(r => Reaches(r, m))).Select(m => m.MunicipalityId).ToList();
        return without.Count == 0 ? null : new ResponsibilityGap(role, without);
    }

    // On the small scales each body acts for its own area; on the larger ones one body acts for all.
    private static bool Reaches(Responsibility responsibility, MapMember member) => responsibility.Scale switch
    {
        ResponsibilityScale.Local => ScopeOf(responsibility) == member.MunicipalityId,
        ResponsibilityScale.ProcurementRegion => ScopeOf(responsibility) == member.ProcurementRegionId,
        _ => true,
    };

    private static IEnumerable<ResponsibilityDouble> DoublesOf(IReadOnlyList<Responsibility> responsibilities) =>
        from r in responsibilities
        where ResponsibilityTopic.UsualRoles.Contains(r.Role)
        group r by (r.Role, r.Scale, Area: r.Scale is ResponsibilityScale.Local or ResponsibilityScale.ProcurementRegion ? ScopeOf(r) : "") into same
        where same.Count() > 1
        orderby same.Key
        select new ResponsibilityDouble(same.Key.Role, same.Key.Scale, [.. same.Select(r => r.BodyId).Order(StringComparer.Ordinal)]);

    private static string ScopeOf(Responsibility responsibility) => BodyId.Parse(responsibility.BodyId)?.Scope ?? "";
}
