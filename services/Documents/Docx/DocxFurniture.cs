using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Regio.Documents.Docx;

/// <summary>What stands at the foot of each page, and what the file says of itself.</summary>
internal static class DocxFurniture
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static Footer Footer(Document document) => new(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Footer }),
        DocxBody.Text(document.Title),
        new Run(new TabChar()),
        DocxBody.Text("pagina "),
        Field("PAGE"),
        DocxBody.Text(" van "),
        Field("NUMPAGES")));

    /// <summary>Laid out as word processors do today, with tables between the margins, and not as one of before.</summary>
    public static Settings Settings() => new(new Compatibility(new CompatibilitySetting
    {
        Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
    }));

    /// <summary>Only what follows from the document: no moments and nobody who made it by hand.</summary>
    public static void AddProperties(WordprocessingDocument file, Document document)
    {
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XElement(Dc + "title", CleanText.Of(document.Title)),
            new XElement(Dc + "creator", CleanText.Of(document.Sender)),
            new XElement(Dc + "language", "nl-NL"));
        using var stream = file.AddNewPart<CoreFilePropertiesPart>("rId2").GetStream(FileMode.Create);
        properties.Save(stream, SaveOptions.DisableFormatting);
    }

    private static SimpleField Field(string instruction) =>
        new(new Run(new Text("1"))) { Instruction = new StringValue($" {instruction} ") };
}
