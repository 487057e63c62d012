using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>What one municipality adds to a sum.</summary>
internal sealed record YouthPart(Municipality Municipality, YouthCount Count);

/// <summary>How many young people live where a municipality is on a day: as published for it, or added up.</summary>
internal sealed record YouthOfArea
{
    public required DateOnly ReferenceDate { get; init; }

    public required int Persons { get; init; }

    public required string AgeLabel { get; init; }

    /// <summary>Where it is published; of a sum all documents and places.</summary>
    public required Source Source { get; init; }

    /// <summary>What was added up; empty where the count is published as it is.</summary>
    public required IReadOnlyList<YouthPart> Parts { get; init; }

    /// <summary>
    /// The last count for the whole of what a municipality is now. Of a reference date on which others were still there that went
    /// over into it, it is the sum of all that were there; what is published for a municipality about a day before its beginning
    /// goes before such a sum. With one of them unknown, or another age group, there is no sum of that date.
    /// </summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="goneOver">Those that went over into it.</param>
    /// <param name="day">Last reference date that counts.</param>
    public static YouthOfArea? Known(Municipality municipality, IReadOnlyCollection<Municipality> goneOver, DateOnly day)
    {
        Municipality[] all = [municipality, .. goneOver];
        var dates = all.SelectMany(m => m.YouthCounts).Select(c => c.ReferenceDate).Where(date => date <= day).Distinct().OrderDescending();
        return dates.Select(date => On(date, municipality, all)).FirstOrDefault(count => count is not null);
    }

    /// <summary>A count as it is published.</summary>
    public static YouthOfArea Published(YouthCount count) => new()
    {
        ReferenceDate = count.ReferenceDate, Persons = count.Persons, AgeLabel = count.AgeLabel, Source = count.Source, Parts = [],
    };

    private static YouthOfArea? On(DateOnly date, Municipality municipality, Municipality[] all)
    {
        if (municipality.CountOn(date) is { } own && (municipality.BeganOn > date || all.Length == 1))
            return Published(own);
        var there = all.Where(m => m.IsThereOn(date)).OrderBy(m => m.Rank).ToList();
        var parts = there.Select(m => (Municipality: m, Count: m.CountOn(date))).Where(p => p.Count is not null).Select(p => new YouthPart(p.Municipality, p.Count!)).ToList();
        if (parts.Count == 0 || parts.Count < there.Count || parts.Any(p => p.Count.AgeLabel != parts[0].Count.AgeLabel))
            return null;
        return parts is [{ } only] && only.Municipality == municipality ? Published(only.Count) : Sum(date, parts);
    }

    private static YouthOfArea Sum(DateOnly date, List<YouthPart> parts) => new()
    {
        ReferenceDate = date,
        Persons = parts.Sum(p => p.Count.Persons),
        AgeLabel = parts[0].Count.AgeLabel,
        Source = new Source(Joined(parts.Select(p => p.Count.Source.Title)), Joined(parts.Select(p => p.Count.Source.Place))),
        Parts = parts,
    };

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts.Where(text => text.Length > 0).Distinct());
}
