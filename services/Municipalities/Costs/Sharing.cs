using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Costs;

/// <summary>Who shares in a cost, by a key and the register.</summary>
internal static class Sharing
{
    /// <summary>
    /// The named municipalities, or all in the key when none is named. Of a municipality that went over into another by that
    /// day, the other bears the percentage: rights and duties go over with it (Wet algemene regels herindeling article 44).
    /// </summary>
    public static IReadOnlyList<Sharer> Sharers(RegisterSnapshot register, AllocationKey key, IReadOnlyList<string> municipalityIds, DateOnly day)
    {
        var inKey = key.Percentages
            .GroupBy(p => register.OnDay(register.Municipality(p.MunicipalityId, "municipality_ids"), day))
            .ToDictionary(borne => borne.Key.Id, borne => Sharer(borne.Key, [.. borne]));
        return municipalityIds.Count == 0
            ? [.. inKey.Values.OrderBy(s => s.Rank)]
            : [.. municipalityIds.Select((id, i) => Named(register, inKey, id, $"municipality_ids[{i}]"))];
    }

    /// <summary>
    /// The named municipalities as they are on a day, each with its number of young people by counts up to a reference date for a
    /// weight: of one that others went over into also theirs.
    /// </summary>
    public static IReadOnlyList<Sharer> ByYouth(RegisterSnapshot register, IReadOnlyList<string> municipalityIds, DateOnly day, DateOnly counted) =>
        [.. municipalityIds.Select((id, i) => Young(register, register.Municipality(id, $"municipality_ids[{i}]"), day, counted, $"municipality_ids[{i}]"))];

    private static Sharer Young(RegisterSnapshot register, Municipality municipality, DateOnly day, DateOnly counted, string field)
    {
        municipality.RequireThere(day, field);
        return register.YouthOf(municipality, day, counted) is { } youth
            ? new Sharer(municipality.Id, municipality.Name, youth.Persons, municipality.Rank)
            : throw new DomainException(CostRules.YouthCountUnknown, field, new Dictionary<string, string> { ["municipality_id"] = municipality.Id });
    }

    private static Sharer Named(RegisterSnapshot register, Dictionary<string, Sharer> inKey, string id, string field)
    {
        register.Municipality(id, field);
        return inKey.TryGetValue(id, out var sharer)
            ? sharer
            : throw new DomainException(CostRules.MunicipalityNotInKey, field, new Dictionary<string, string> { ["municipality_id"] = id });
    }

    // The place in the order is its own, or of those that it stands for the first, so that no two have the same.
    private static Sharer Sharer(Municipality municipality, IReadOnlyList<KeyPercentage> borne) => new(
        municipality.Id,
        municipality.Name,
        borne.Sum(p => p.Percentage),
        borne.FirstOrDefault(p => p.MunicipalityId == municipality.Id)?.Rank ?? borne.Min(p => p.Rank));
}
