using System.Runtime.CompilerServices;
using System.Text;
using Regio.Documents;

namespace Regio.Municipalities.Tests.Papers;

/// <summary>
/// Compares a document with the copy that somebody read and approved. With REGIO_WRITE_APPROVED=1 in the environment the
/// copies are written anew instead: read the difference before it is committed.
/// </summary>
internal static class ApprovedText
{
    private const string WriteVariable = "REGIO_WRITE_APPROVED";

    public static async Task IsAsync(string name, Document document, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Approved", $"{name}.txt");
        if (Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 })
            await File.WriteAllTextAsync(path, Of(document));
        Assert.Equal(await File.ReadAllTextAsync(path), Of(document));
    }

    private static string Of(Document document)
    {
        var text = new StringBuilder();
        Line(text, document.Sender, document.Title, document.Lead);
        foreach (var section in document.Sections)
        {
            text.Append('\n');
            Line(text, $"== {section.Heading}");
            foreach (var block in section.Blocks)
                Write(text, block);
        }

        text.Append('\n');
        Line(text, document.Foot);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: Line(text, paragraph.Text); break;
            case SubHeading heading: Line(text, $"-- {heading.Text}"); break;
            case ItemList list: Line(text, [.. list.Items.Select((item, i) => list.Numbered ? $"{i + 1}. {item}" : $"* {item}")]); break;
            case Facts facts: Line(text, [.. facts.Items.Select(f => $"{f.Name}: {f.Text}")]); break;
            case Note note: Line(text, $"({note.Text})"); break;
            case Table table:
                Line(text, $"[{table.Caption}]", string.Join(" | ", table.Columns.Select(c => c.Name)));
                Line(text, [.. table.Rows.Select(row => string.Join(" | ", row))]);
                break;
            default: throw new ArgumentException($"A {block.GetType().Name} has no text form yet.", nameof(block));
        }
    }

    // Money has a space that does not break; a copy is read more easily without.
    private static void Line(StringBuilder text, params IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Where(l => l.Length > 0))
            text.Append(line.Replace('\u00A0', ' ')).Append('\n');
    }
}
