using System.Globalization;

namespace Regio.Reporting.Reports;

/// <summary>Draws a report on as many A4 pages as it says: the size of the letters gives way, never the number of pages.</summary>
internal static class PdfReport
{
    private const double LargestLetters = 10;
    private const double SmallestLetters = 5;
    private const double Step = 0.25;

    public static byte[] Write(ReportDocument report)
    {
        var paper = new PdfPaper();
        var count = report.Sections.Max(section => section.Page);
        for (var page = 1; page <= count; page++)
        {
            paper.AddPage();
            var letters = LargestLetters;
            while (letters > SmallestLetters && !new PdfLayout(paper, letters, draws: false).Fits(report, page))
                letters -= Step;
            new PdfLayout(paper, letters, draws: true).Fits(report, page);
            PdfLayout.Foot(paper, string.Create(CultureInfo.InvariantCulture, $"{report.Title} - pagina {page} van {count}"));
        }

        return paper.Write(report.Title);
    }
}
