using System.Globalization;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Regio.Documents.Pdf;

/// <summary>
/// Writes a document as a PDF of A4 pages: tagged, so that it can be read aloud (ISO 32000-1, clause 14.8), with its letters in it.
/// </summary>
public static class PdfFile
{
    /// <summary>The file. Where sections name their pages it has exactly so many, and what does not fit even so is refused.</summary>
    /// <exception cref="PageTooFullException">A page was named that cannot hold what must stand on it.</exception>
    public static byte[] Write(Document document)
    {
        var pages = PdfPages.Of(document);
        using var pdf = New(document);
        var tags = UAManager.ForDocument(pdf).StructureBuilder;
        // Only now: the manager of the structure thinks that all documents are in English.
        pdf.Language = "nl-NL";
        for (var i = 0; i < pages.Count; i++)
            Draw(pdf, tags, document, pages[i], i + 1, pages.Count);
        using var file = new MemoryStream();
        pdf.Save(file, closeStream: false);
        return SamePdf.Of(file.ToArray());
    }

    private static PdfDocument New(Document document)
    {
        var pdf = new PdfDocument();
        pdf.Info.Title = CleanText.Of(document.Title);
        pdf.Info.Author = CleanText.Of(document.Sender);
        pdf.Info.Creator = "Regio";
        pdf.Info.CreationDate = SamePdf.NoMoment;
        pdf.Info.ModificationDate = SamePdf.NoMoment;
        pdf.ViewerPreferences.DisplayDocTitle = true;
        return pdf;
    }

    private static void Draw(PdfDocument pdf, StructureBuilder tags, Document document, IReadOnlyList<Placed> boxes, int number, int count)
    {
        var page = pdf.AddPage();
        page.Size = PageSize.A4;
        using var paper = XGraphics.FromPdfPage(page);
        var sheet = new PdfSheet(paper, tags);
        foreach (var placed in boxes)
            placed.Box.Draw(sheet, placed.Y);
        sheet.Adorn(() => Furniture(sheet, document, number, count));
    }

    /// <summary>What stands on every page outside its text.</summary>
    private static void Furniture(PdfSheet sheet, Document document, int number, int count)
    {
        const double right = PdfStyle.PageWidth - PdfStyle.Side;
        var foot = PdfStyle.Bottom + 22;
        var page = string.Create(CultureInfo.InvariantCulture, $"pagina {number} van {count}");
        sheet.Line(PdfStyle.Side, foot - 6, PdfStyle.Width, PdfStyle.Rule);
        sheet.Lines([page], PdfStyle.Furniture, 0, foot, right);
        var room = PdfStyle.Width - PdfStyle.Furniture.Measure(page) - 20;
        sheet.Lines([PdfLines.Of(document.Title, PdfStyle.Furniture, room)[0]], PdfStyle.Furniture, PdfStyle.Side, foot);
    }
}
