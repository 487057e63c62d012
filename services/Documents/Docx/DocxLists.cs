using DocumentFormat.OpenXml.Wordprocessing;

namespace Regio.Documents.Docx;

/// <summary>The lists of a text: bullets alike, and numbers that begin anew in each numbered list.</summary>
internal static class DocxLists
{
    /// <summary>The list of bullets.</summary>
    public const int Bullets = 1;

    private const int FirstNumbered = 2;

    public static Numbering Of(Document document)
    {
        var numbering = new Numbering(
            new AbstractNum(Level(NumberFormatValues.Bullet, "•")) { AbstractNumberId = 0 },
            new AbstractNum(Level(NumberFormatValues.Decimal, "%1.")) { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets });
        for (var i = 0; i < Numbered(document).Count(); i++)
        {
            numbering.Append(new NumberingInstance(
                new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = FirstNumbered + i });
        }

        return numbering;
    }

    /// <summary>The number of the list in the file.</summary>
    public static int IdOf(Document document, ItemList list) => list.Numbered
        ? FirstNumbered + Numbered(document).TakeWhile(other => !ReferenceEquals(other, list)).Count()
        : Bullets;

    private static IEnumerable<ItemList> Numbered(Document document) =>
        document.Sections.SelectMany(section => section.Blocks).OfType<ItemList>().Where(list => list.Numbered);

    private static Level Level(NumberFormatValues format, string text) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = format },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "420", Hanging = "300" }))
    { LevelIndex = 0 };
}
