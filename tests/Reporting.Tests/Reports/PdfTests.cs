using System.Text;
using System.Text.RegularExpressions;
using Regio.Reporting.Reports;

namespace Regio.Reporting.Tests.Reports;

public sealed class PdfTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_report_has_as_many_pages_as_it_says_however_much_it_holds(int rows)
    {
        var pdf = Encoding.ASCII.GetString(PdfReport.Write(Report(rows)));

        Assert.Equal(2, Regex.Count(pdf, "/Type /Page ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("/Count 2 ", pdf, StringComparison.Ordinal);
        var bottom = Regex.Matches(pdf, @"(?<=Tf [0-9.]+ )-?[0-9.]+(?= Td)", RegexOptions.None, TimeSpan.FromSeconds(1)).Min(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(bottom, 20, 100);
    }

    [Fact]
    public void Every_object_is_where_the_table_at_the_end_says()
    {
        var pdf = Encoding.ASCII.GetString(PdfReport.Write(Report(5)));

        var start = int.Parse(Regex.Match(pdf, @"(?<=startxref\n)[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith("xref", pdf[start..], StringComparison.Ordinal);
        var places = Regex.Matches(pdf, "[0-9]{10}(?= 00000 n)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.All(places.Select((place, i) => (place, i)), o => Assert.StartsWith($"{o.i + 1} 0 obj", pdf[o.place..], StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_report_has_the_same_bytes() => Assert.Equal(PdfReport.Write(Report(5)), PdfReport.Write(Report(5)));

    private static ReportDocument Report(int rows) => new(
        "Raadsrapport Assen",
        "Wat de raad moet weten. Wat niet bekend is, staat er als niet bekend.",
        [
            new("geld", "Geld", ["Eén regel tekst met € en é."], [new("Kosten", [new("Wat", Share: 2), new("Bedrag", IsNumber: true)], [.. Enumerable.Range(1, rows).Select(i => new[] { $"Post {i}", $"€ {i},00" })])], Page: 1),
            new("besluiten", "Besluiten", ["Niet bekend."], [], Page: 2),
        ],
        "Gemaakt met Regio.");
}
