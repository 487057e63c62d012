using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Regio.Documents.Docx;

/// <summary>Writes the text of a document.</summary>
internal static class DocxBody
{
    public static IEnumerable<OpenXmlElement> Of(Document document)
    {
        if (document.Sender.Length > 0)
            yield return Line(DocxStyles.Caption, document.Sender);
        yield return Line(DocxStyles.Title, document.Title);
        if (document.Lead.Length > 0)
            yield return Line(DocxStyles.Lead, document.Lead);
        var page = document.Sections.Count > 0 ? document.Sections[0].Page : 0;
        foreach (var section in document.Sections)
        {
            var breaks = section.Page > page;
            page = section.Page;
            if (section.Heading.Length > 0)
                yield return Line(DocxStyles.Heading, section.Heading, breaks);
            foreach (var element in section.Blocks.SelectMany(block => Block(document, block)))
                yield return element;
        }

        if (document.Foot.Length > 0)
            yield return Line(DocxStyles.Note, document.Foot);
    }

    public static Run Text(string text, bool bold = false)
    {
        var run = new Run();
        if (bold)
            run.Append(new RunProperties(new Bold()));
        run.Append(new Text(CleanText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Line(string style, string text, bool onNewPage = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (onNewPage)
            properties.Append(new PageBreakBefore());
        return new DocumentFormat.OpenXml.Wordprocessing.Paragraph(properties, Text(text));
    }

    private static IEnumerable<OpenXmlElement> Block(Document document, Block block) => block switch
    {
        Paragraph paragraph => [Line("Normal", paragraph.Text)],
        SubHeading heading => [Line(DocxStyles.SubHeading, heading.Text)],
        Note note => [Line(DocxStyles.Note, note.Text)],
        ItemList list => list.Items.Select(item => Item(item, DocxLists.IdOf(document, list))),
        Facts facts => [DocxTable.Of(facts), Gap()],
        Table table => table.Caption.Length > 0 ? [Line(DocxStyles.Caption, table.Caption), DocxTable.Of(table), Gap()] : [DocxTable.Of(table), Gap()],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "There is no such block."),
    };

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Item(string text, int listId) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.ListItem },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = listId })),
        Text(text));

    /// <summary>Two tables that touch would become one.</summary>
    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Gap() => new(new ParagraphProperties(
        new ParagraphStyleId { Val = DocxStyles.Cell }));
}
