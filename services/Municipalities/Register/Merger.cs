using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Register;

/// <summary>What follows for the register when municipalities go over into another on a day.</summary>
internal static class Merger
{
    /// <summary>The regions of a municipality that others go over into: those named, or else those that all of them belonged to.</summary>
    /// <param name="ended">The municipalities that end.</param>
    /// <param name="named">The regions that are named; none: what they had in common.</param>
    /// <param name="on">First day without them.</param>
    /// <param name="regions">The regions by code.</param>
    public static IReadOnlyList<Region> RegionsOfNew(
        IReadOnlyCollection<Municipality> ended, IReadOnlyList<Region> named, DateOnly on, IReadOnlyDictionary<string, Region> regions)
    {
        if (named.Count > 0)
        {
            for (var i = 0; i < named.Count; i++)
            {
                if (!named[i].Validity.Contains(new ServiceDefaults.Facts.Validity(on, null)))
                    throw RegisterRules.OutsideRegion(named[i], $"region_ids[{i}]");
                if (named.Take(i).Any(r => r.Kind == named[i].Kind))
                    throw new DomainException(RegisterRules.MergerRegionsTwice, $"region_ids[{i}]");
            }

            return named;
        }

        var kinds = ended
            .SelectMany(m => m.Memberships.Where(x => x.Scope == MembershipScope.General && x.Validity.Contains(on.AddDays(-1))))
            .GroupBy(m => m.RegionKind, m => m.RegionId).ToList();
        if (kinds.Find(kind => kind.Distinct().Count() > 1) is { } differing)
        {
            throw new DomainException(RegisterRules.MergerRegionsDiffer, "region_ids", new Dictionary<string, string>
            {
                ["regions"] = string.Join(", ", differing.Distinct().Order(StringComparer.Ordinal)),
            });
        }

        return [.. kinds.Select(kind => regions[kind.First()])];
    }
}
