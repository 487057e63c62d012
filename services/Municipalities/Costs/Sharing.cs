using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Costs;

/// <summary>Who shares in a cost, by a key and the register.</summary>
internal static class Sharing
{
    /// <summary>The named municipalities, or all in the key when none is named.</summary>
    public static IReadOnlyList<Sharer> Sharers(RegisterSnapshot register, AllocationKey key, IReadOnlyList<string> municipalityIds)
    {
        if (municipalityIds.Count == 0)
            return [.. key.Percentages.Select(p => Sharer(register.Municipality(p.MunicipalityId, "municipality_ids"), p))];
        var inKey = key.Percentages.ToDictionary(p => p.MunicipalityId);
        return [.. municipalityIds.Select((id, i) => Named(register, inKey, id, $"municipality_ids[{i}]"))];
    }

    /// <summary>The named municipalities, each with its number of young people as known on a day for a weight.</summary>
    public static IReadOnlyList<Sharer> ByYouth(RegisterSnapshot register, IReadOnlyList<string> municipalityIds, DateOnly day) =>
        [.. municipalityIds.Select((id, i) => Young(register.Municipality(id, $"municipality_ids[{i}]"), day, $"municipality_ids[{i}]"))];

    private static Sharer Young(Municipality municipality, DateOnly day, string field) =>
        municipality.YouthCounts.Where(c => c.ReferenceDate <= day).MaxBy(c => c.ReferenceDate) is { } count
            ? new Sharer(municipality.Id, municipality.Name, count.Persons, municipality.Rank)
            : throw new DomainException(CostRules.YouthCountUnknown, field, new Dictionary<string, string> { ["municipality_id"] = municipality.Id });

    private static Sharer Named(RegisterSnapshot register, Dictionary<string, KeyPercentage> inKey, string id, string field)
    {
        var municipality = register.Municipality(id, field);
        return inKey.TryGetValue(id, out var percentage)
            ? Sharer(municipality, percentage)
            : throw new DomainException(CostRules.MunicipalityNotInKey, field, new Dictionary<string, string> { ["municipality_id"] = id });
    }

    private static Sharer Sharer(Municipality municipality, KeyPercentage percentage) =>
        new(municipality.Id, municipality.Name, percentage.Percentage, percentage.Rank);
}
