using PdfSharp.UniversalAccessibility;

namespace Regio.Documents.Pdf;

/// <summary>What stands on a page below what comes before it.</summary>
internal abstract record PdfBox
{
    /// <summary>The space above it, unless it stands at the top of a page.</summary>
    public double Before { get; init; }

    public abstract double Height { get; }

    /// <summary>How much of it must stand on a page with what it belongs to.</summary>
    public virtual double Least => Height;

    /// <summary>Whether it is never the last on its page.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>What is written again above it where it begins a page: the head of a table.</summary>
    public PdfBox? Repeats { get; init; }

    public abstract void Draw(PdfSheet sheet, double y);

    /// <summary>A part of at most this height, and the rest; null where it stays whole.</summary>
    public virtual (PdfBox Part, PdfBox Remainder)? Split(double height) => null;
}

/// <summary>Opens or closes a group of the structure; it takes no space.</summary>
internal sealed record PdfMark(Action<PdfSheet> Act) : PdfBox
{
    public override double Height => 0;

    public override void Draw(PdfSheet sheet, double y) => Act(sheet);
}

/// <summary>A text over the width of the page.</summary>
internal sealed record PdfTextBox(IReadOnlyList<string> Lines, Letters Letters, PdfBlockLevelElementTag Tag) : PdfBox
{
    // A single line of a paragraph at the end or the begin of a page reads badly.
    private const int FewestLines = 2;

    public double Indent { get; init; }

    /// <summary>What stands before it: the number of an item.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether a line stands left of it, as of a remark.</summary>
    public bool Marked { get; init; }

    public override double Height => Lines.Count * Letters.LineHeight;

    public override double Least => Math.Min(Lines.Count, FewestLines) * Letters.LineHeight;

    public override void Draw(PdfSheet sheet, double y)
    {
        if (Marked)
            sheet.Band(PdfStyle.Side, y, 2, Height, PdfStyle.Rule);
        if (Tag == PdfBlockLevelElementTag.ListItem)
        {
            DrawItem(sheet, y);
            return;
        }

        sheet.Begin(Tag);
        sheet.Lines(Lines, Letters, PdfStyle.Side + Indent, y);
        sheet.End();
    }

    public override (PdfBox Part, PdfBox Remainder)? Split(double height)
    {
        var count = Math.Min((int)(height / Letters.LineHeight), Lines.Count - FewestLines);
        return count < FewestLines ? null : (this with { Lines = [.. Lines.Take(count)] }, this with { Lines = [.. Lines.Skip(count)], Label = "", Before = 0 });
    }

    private void DrawItem(PdfSheet sheet, double y)
    {
        sheet.Begin(PdfBlockLevelElementTag.ListItem);
        sheet.Begin(PdfBlockLevelElementTag.Label);
        sheet.Lines([Label], Letters, PdfStyle.Side, y, PdfStyle.Side + Indent - (Letters.Size * 0.6));
        sheet.End();
        sheet.Begin(PdfBlockLevelElementTag.ListBody);
        sheet.Lines(Lines, Letters, PdfStyle.Side + Indent, y);
        sheet.End();
        sheet.End();
    }
}
