using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>A municipality with the counts of young people that are published for it.</summary>
internal sealed record CountedMunicipality(ProjectedMunicipality Municipality, IReadOnlyList<ProjectedYouthCount> Counts)
{
    public bool IsThereOn(DateOnly day) => !(Municipality.BeganOn > day) && !(Municipality.EndedOn <= day);

    public ProjectedYouthCount? On(DateOnly referenceDate) => Counts.FirstOrDefault(c => c.ReferenceDate == referenceDate);
}

/// <summary>How many young people live where a municipality is, by the rule of the register: as published for it, or added up.</summary>
/// <param name="ReferenceDate">Day that was counted.</param>
/// <param name="Persons">Young people.</param>
/// <param name="AgeLabel">Age group, as the source labels it.</param>
/// <param name="Source">Where it is published; of a sum all documents and places.</param>
/// <param name="Parts">The municipalities that were added up; empty where the count is published as it is.</param>
internal sealed record YouthOfArea(DateOnly ReferenceDate, int Persons, string AgeLabel, SourceView Source, IReadOnlyList<string> Parts)
{
    /// <summary>
    /// The last count for the whole of what a municipality is now: published for it, or the sum of all that were there on the day
    /// counted and went over into it since. There is no sum with one of them unknown, or with different age groups.
    /// </summary>
    public static YouthOfArea? Known(CountedMunicipality municipality, IEnumerable<CountedMunicipality> goneOver)
    {
        CountedMunicipality[] all = [municipality, .. goneOver];
        return all.SelectMany(m => m.Counts).Select(c => c.ReferenceDate).Distinct().OrderDescending()
            .Select(date => On(date, municipality, all)).FirstOrDefault(count => count is not null);
    }

    private static YouthOfArea? On(DateOnly date, CountedMunicipality municipality, CountedMunicipality[] all)
    {
        if (municipality.On(date) is { } own && (municipality.Municipality.BeganOn > date || all.Length == 1))
            return Of([own], parts: []);
        var there = all.Where(m => m.IsThereOn(date)).OrderBy(m => m.Municipality.Rank).ToList();
        var counts = there.Select(m => m.On(date)).OfType<ProjectedYouthCount>().ToList();
        if (counts.Count == 0 || counts.Count < there.Count || counts.Any(c => c.AgeLabel != counts[0].AgeLabel))
            return null;
        return Of(counts, there is [var only] && only == municipality ? [] : [.. there.Select(m => m.Municipality.Name)]);
    }

    private static YouthOfArea Of(List<ProjectedYouthCount> counts, IReadOnlyList<string> parts) => new(
        counts[0].ReferenceDate,
        counts.Sum(c => c.Persons),
        counts[0].AgeLabel,
        new SourceView(Joined(counts.Select(c => c.SourceTitle)), Joined(counts.Select(c => c.SourcePlace))),
        parts);

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts.Where(text => text.Length > 0).Distinct());
}
