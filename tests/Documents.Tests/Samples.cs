namespace Regio.Documents.Tests;

/// <summary>Documents with what is hard to set: long names and words, signs beyond ASCII, much of everything.</summary>
internal static class Samples
{
    public const string LongWord = "jeugdhulpaanbiedersovereenkomstenadministratiesysteembeheerdersoverlegnotulenarchief";

    public static Document Report(int rows = 5, bool twoPages = false) => new(
        "Raadsrapport jeugdhulp Aa en Hunze",
        "Najaar 2026. Elk cijfer staat er zoals het is gepubliceerd, met de bron. Wat wij niet weten, staat er als “niet bekend”.",
        [
            new("kort", "In het kort",
            [
                new Paragraph("De raad van Súdwest-Fryslân vroeg of de coöperatie € 1.234.567,89 overhoudt; één ĳkpunt is Łódź. 2 < 3 & \"4\"."),
                new Facts([new("Kenmerk", "2026-0042"), new("Onderwerp", $"Aanwijzing van {LongWord}"), new("Datum", "25 november 2026")]),
                new ItemList(["minder instroom", "kortere wachttijden " + string.Join(' ', Enumerable.Repeat("voor wie het nodig heeft", 8))]),
                new ItemList(["eerst dit", "dan dat"], Numbered: true),
            ], twoPages ? 1 : 0),
            new("geld", "Geld",
            [
                new SubHeading("Kosten per gemeente"),
                new Table("Kosten die de gemeenten delen", [new("Gemeente", Share: 2), new("Bedrag", IsNumber: true), new("Bron", Share: 2)],
                    [.. Enumerable.Range(1, rows).Select(i => new[] { $"Gemeente {i}", $"€ {i}.234.567,89", $"Begroting {i}, bladzijde {i}" }), ["Totaal", "€ 9.999.999,99", LongWord]], HasTotal: true),
                new Note("Bedragen zijn tot op de cent. Bron: verdeelsleutel 2021, genormaliseerd vanaf 99,9 %."),
            ], twoPages ? 2 : 0),
        ],
        "Gemaakt met Regio.",
        "Jeugdhulpregio Drenthe");
}
