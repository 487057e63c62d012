using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Regio.Documents.Docx;

/// <summary>Writes a document as a text that people go on with in their word processor: styles, real lists and tables with heads.</summary>
public static class DocxFile
{
    private const string Foot = "rId1";
    private const string Styles = "rId2";
    private const string Numbers = "rId3";
    private const string Setting = "rId4";

    /// <summary>The file (ECMA-376, Office Open XML).</summary>
    public static byte[] Write(Document document)
    {
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<FooterPart>(Foot).Footer = DocxFurniture.Footer(document);
            main.AddNewPart<StyleDefinitionsPart>(Styles).Styles = DocxStyles.Of();
            main.AddNewPart<NumberingDefinitionsPart>(Numbers).Numbering = DocxLists.Of(document);
            main.AddNewPart<DocumentSettingsPart>(Setting).Settings = DocxFurniture.Settings();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body([.. DocxBody.Of(document), Page()]));
            DocxFurniture.AddProperties(file, document);
        }

        return SameZip.Of(buffer.ToArray());
    }

    private static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = Foot },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
}
