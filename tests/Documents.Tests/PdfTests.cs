using System.Globalization;
using System.Text.RegularExpressions;
using Regio.Documents.Pdf;

namespace Regio.Documents.Tests;

public sealed partial class PdfTests
{
    [Fact]
    public void All_that_a_document_says_can_be_read_back_with_its_signs()
    {
        var text = Flat(string.Concat(new PdfText(PdfFile.Write(Samples.Report())).Pages));

        Assert.Contains("Súdwest-Fryslân vroeg of de coöperatie € 1.234.567,89 overhoudt; één ĳkpunt is Łódź. 2 < 3 & \"4\".", text, StringComparison.Ordinal);
        Assert.Contains("Raadsrapport jeugdhulp Aa en Hunze", text, StringComparison.Ordinal);
        Assert.Contains("“niet bekend”", text, StringComparison.Ordinal);
        Assert.Contains("€ 9.999.999,99", text, StringComparison.Ordinal);
        Assert.Contains(Samples.LongWord, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("pagina 1 van 1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_document_has_as_many_pages_as_it_says_however_much_it_holds(int rows)
    {
        var pdf = new PdfText(PdfFile.Write(Samples.Report(rows, twoPages: true)));

        Assert.Equal(2, pdf.PageCount);
        Assert.Contains("In het kort", pdf.Pages[0], StringComparison.Ordinal);
        Assert.Contains($"Gemeente {rows}\n", pdf.Pages[1], StringComparison.Ordinal);
        Assert.Contains("Gemaakt met Regio.", pdf.Pages[1], StringComparison.Ordinal);
        Assert.All(pdf.Places, StaysOnPaper);
    }

    [Fact]
    public void What_no_page_can_hold_is_refused_and_not_cut_off() =>
        Assert.Throws<PageTooFullException>(() => PdfFile.Write(Samples.Report(rows: 500, twoPages: true)));

    [Fact]
    public void A_table_goes_on_under_its_head_on_the_next_page()
    {
        var pdf = new PdfText(PdfFile.Write(Samples.Report(rows: 120)));

        Assert.InRange(pdf.PageCount, 3, 5);
        Assert.All(pdf.Pages, page => Assert.Contains("Bedrag\n", page, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 120), RowNumber().Matches(string.Concat(pdf.Pages)).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)));
        Assert.All(pdf.Places, StaysOnPaper);
    }

    [Fact]
    public void A_paragraph_and_a_cell_longer_than_a_page_go_on_on_the_next()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"w{i.ToString(CultureInfo.InvariantCulture)}"));
        var pdf = new PdfText(PdfFile.Write(new Document("Lang", "", [new("a", "A", [new Paragraph(words), new Table("", [new("Wat"), new("Tekst")], [["rij", words]])])], "")));

        var read = Word().Matches(string.Concat(pdf.Pages)).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([.. Enumerable.Range(1, 3000), .. Enumerable.Range(1, 3000)], read);
        Assert.All(pdf.Places, StaysOnPaper);
    }

    [Fact]
    public void A_heading_is_never_the_last_on_a_page()
    {
        for (var lines = 40; lines < 60; lines++)
        {
            var pdf = new PdfText(PdfFile.Write(new Document("T", "", [new("a", "", [.. Enumerable.Range(0, lines).Select(_ => new Paragraph("regel"))]), new("b", "Kop", [new Paragraph("onder de kop")])], "")));
            Assert.Single(pdf.Pages, page => page.Contains("Kop\nonder de kop", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_is_tagged_for_who_has_it_read_aloud()
    {
        var pdf = new PdfText(PdfFile.Write(Samples.Report(rows: 120))).Raw;

        Assert.Matches(@"/Lang\s*(\(nl-NL\)|<FEFF006E006C002D004E004C>)", pdf);
        Assert.Matches(@"/Marked\s+true", pdf);
        foreach (var tag in new[] { "H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD" })
            Assert.Matches($@"/S\s*/{tag}(?![A-Za-z0-9])", pdf);
    }

    [Fact]
    public async Task The_same_document_has_the_same_bytes_also_when_made_side_by_side()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PdfFile.Write(Samples.Report(rows: 40)))));

        Assert.All(files, file => Assert.Equal(files[0], file));
        Assert.NotEqual(files[0], PdfFile.Write(Samples.Report(rows: 41)));
    }

    [Fact]
    public void Every_object_is_where_the_table_at_the_end_says()
    {
        var pdf = new PdfText(PdfFile.Write(Samples.Report())).Raw;

        var places = Place().Matches(pdf).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(places);
        Assert.All(places.Select((place, i) => (place, i)), o => Assert.StartsWith($"{o.i + 1} 0 obj", pdf[o.place..], StringComparison.Ordinal));
    }

    private static void StaysOnPaper(IReadOnlyList<(double X, double Y)> places) => Assert.All(places, place =>
    {
        Assert.InRange(place.X, 50, 545);
        Assert.InRange(place.Y, 20, 800);
    });

    private static string Flat(string text) => text.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal);

    [GeneratedRegex("(?<=Gemeente )[0-9]+", RegexOptions.None, 10_000)]
    private static partial Regex RowNumber();

    [GeneratedRegex("(?<=w)[0-9]+", RegexOptions.None, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex("[0-9]{10}(?= 00000 n)", RegexOptions.None, 10_000)]
    private static partial Regex Place();
}
