using Regio.Documents;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Papers;

/// <summary>The letter that tells how a cost was shared out, with the key shown as it was published.</summary>
internal static class AllocationLetter
{
    /// <param name="allocation">The cost.</param>
    /// <param name="key">The key that it was shared out by.</param>
    /// <param name="municipality">To whom the letter goes; null: to all.</param>
    /// <param name="sender">Name of the region.</param>
    /// <param name="day">The day on which it is written.</param>
    public static Document Of(CostAllocation allocation, AllocationKey key, Municipality? municipality, string sender, DateOnly day)
    {
        var shares = allocation.Shares.OrderBy(s => s.Rank).ToList();
        var sum = shares.Sum(s => s.Percentage);
        return new Document(
            $"{(allocation.CreditsId is null ? "Verdeling" : "Terugname van een verdeling")}: {allocation.Subject}",
            Lead(allocation, shares, municipality),
            [Facts(allocation, key), Shares(allocation, shares, sum), Explanation(key, sum)],
            Dutch.Foot(day, $"de vastgelegde verdeling {allocation.Id:D}"),
            sender);
    }

    private static string Lead(CostAllocation allocation, List<Share> shares, Municipality? municipality)
    {
        if (municipality is null)
            return $"{Dutch.Euro(allocation.AmountCents)}, verdeeld over {shares.Count} gemeenten.";
        return shares.Find(s => s.MunicipalityId == municipality.Id) is { } own
            ? $"Aan {municipality.Name}. Uw aandeel is {Dutch.Euro(own.AmountCents)}."
            : $"Aan {municipality.Name}. Uw gemeente draagt niet bij aan deze kosten.";
    }

    private static Section Facts(CostAllocation allocation, AllocationKey key) => new("gegevens", "Gegevens",
    [
        new Facts(
        [
            new Fact("Waarvoor", allocation.Subject),
            new Fact("Bedrag", Dutch.Euro(allocation.AmountCents)),
            new Fact("Verdeelsleutel", $"{key.Purpose}, zoals die gold op {Dutch.Day(allocation.AsOf)}"),
            .. allocation.CreditReason is { } reason ? [new Fact("Reden van de terugname", reason)] : Array.Empty<Fact>(),
        ]),
    ]);

    private static Section Shares(CostAllocation allocation, List<Share> shares, decimal sum) => Section.Of("verdeling", "Verdeling", [], [new(
        "Aandeel per gemeente",
        [new("Gemeente", Share: 2), new("Sleutel", IsNumber: true), new("Aandeel", IsNumber: true)],
        [
            .. shares.Select(s => new[] { s.MunicipalityName, Dutch.Percentage(s.Percentage), Dutch.Euro(s.AmountCents) }),
            ["Totaal", Dutch.Percentage(sum), Dutch.Euro(allocation.AmountCents)],
        ],
        HasTotal: true)]);

    // 99.9 is never shown as 100 (docs/adr/0007).
    private static Section Explanation(AllocationKey key, decimal sum) => new("uitleg", "Hoe is gerekend",
    [
        new Paragraph(sum == 100m
            ? "De percentages tellen op tot 100 %."
            : $"De percentages van deze gemeenten tellen op tot {Dutch.Percentage(sum)}; het bedrag is genormaliseerd vanaf {Dutch.Percentage(sum)}."),
        new Paragraph("Elk aandeel is naar beneden afgerond op de cent. De centen die overbleven, gingen naar de grootste resten; de aandelen tellen op tot het bedrag."),
        new Note($"Bron van de sleutel: {Dutch.OrUnknown(key.Source.Title)}{(key.Source.Place.Length > 0 ? $", {key.Source.Place}" : "")}. {key.Remark}".Trim()),
    ]);
}
