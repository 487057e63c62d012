using DocumentFormat.OpenXml.Wordprocessing;

namespace Regio.Documents.Docx;

/// <summary>The styles of a text: who adapts it changes a style once and not each paragraph.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Lead = "Subtitle";
    public const string Heading = "Heading1";
    public const string SubHeading = "Heading2";
    public const string ListItem = "ListParagraph";
    public const string Caption = "Caption";
    public const string Note = "Note";
    public const string Cell = "TableText";
    public const string Footer = "Footer";

    private const string Accent = "123A63";
    private const string Soft = "545C64";
    // The width between the margins, in twentieths of a point.
    private const int RightEdge = 9638;

    public static Styles Of() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "21" }, new Languages { Val = "nl-NL" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", new StyleParagraphProperties(), new StyleRunProperties(), isDefault: true),
        Style(Title, "Title", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "80" }), Run(44, Accent, bold: true)),
        Style(Lead, "Subtitle", new StyleParagraphProperties(new SpacingBetweenLines { After = "200" }), Run(22, Soft)),
        Style(Heading, "heading 1", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "320", After = "100" }, new OutlineLevel { Val = 0 }), Run(28, Accent, bold: true)),
        Style(SubHeading, "heading 2", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "200", After = "60" }, new OutlineLevel { Val = 1 }), Run(23, Accent, bold: true)),
        Style(ListItem, "List Paragraph", new StyleParagraphProperties(new SpacingBetweenLines { After = "40" }), new StyleRunProperties()),
        Style(Caption, "caption", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "200", After = "60" }), Run(18, Soft)),
        Style(
            Note, "Note",
            new StyleParagraphProperties(
                new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = "C6CFD8" }),
                new SpacingBetweenLines { Before = "80" },
                new Indentation { Left = "200" }),
            Run(18, Soft)),
        Style(Cell, "Table Text", new StyleParagraphProperties(new SpacingBetweenLines { Before = "30", After = "30", Line = "240", LineRule = LineSpacingRuleValues.Auto }), Run(19)),
        Style(
            Footer, "footer",
            new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = RightEdge })),
            Run(16, Soft)));

    private static Style Style(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault)
            style.Default = true;
        else
            style.BasedOn = new BasedOn { Val = "Normal" };
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static StyleRunProperties Run(int halfPoints, string? color = null, bool bold = false)
    {
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (color is not null)
            run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return run;
    }
}
