using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Regio.Documents.Docx;

namespace Regio.Documents.Tests;

public sealed class DocxTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_valid(bool twoPages)
    {
        using var file = Open(DocxFile.Write(Samples.Report(twoPages: twoPages)));

        Assert.Empty(new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void All_that_a_document_says_is_in_it()
    {
        using var file = Open(DocxFile.Write(Samples.Report()));

        var text = file.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("Súdwest-Fryslân vroeg of de coöperatie € 1.234.567,89 overhoudt; één ĳkpunt is Łódź. 2 < 3 & \"4\".", text, StringComparison.Ordinal);
        Assert.Contains(Samples.LongWord, text, StringComparison.Ordinal);
        Assert.Contains("Gemaakt met Regio.", text, StringComparison.Ordinal);
        Assert.Equal("Raadsrapport jeugdhulp Aa en Hunze", file.PackageProperties.Title);
    }

    [Fact]
    public void Headings_are_headings_and_heads_of_tables_are_repeated()
    {
        using var file = Open(DocxFile.Write(Samples.Report()));

        var body = file.MainDocumentPart!.Document.Body!;
        Assert.Equal(["In het kort", "Geld"], body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(p => p.InnerText));
        Assert.Single(body.Descendants<TableHeader>());
        Assert.Equal("nl-NL", file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val);
    }

    [Fact]
    public void Figures_stand_to_the_right()
    {
        using var file = Open(DocxFile.Write(Samples.Report(rows: 2)));

        var right = file.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.ParagraphProperties?.Justification?.Val?.Value == JustificationValues.Right);
        Assert.Equal(["Bedrag", "€ 1.234.567,89", "€ 2.234.567,89", "€ 9.999.999,99"], right.Select(p => p.InnerText));
    }

    [Fact]
    public void The_same_document_has_the_same_bytes() => Assert.Equal(DocxFile.Write(Samples.Report()), DocxFile.Write(Samples.Report()));

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
