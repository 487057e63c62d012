namespace Regio.Documents.Html;

/// <summary>Writes the blocks of a document as elements.</summary>
internal static class HtmlBlocks
{
    public static void Sections(HtmlPen html, Document document)
    {
        foreach (var section in document.Sections)
        {
            html.Open("section", ("aria-labelledby", section.Heading.Length > 0 ? section.Id : null));
            html.TextUnlessEmpty("h2", section.Heading, ("id", section.Id));
            foreach (var block in section.Blocks)
                Block(html, block);
            html.Close();
        }
    }

    private static void Block(HtmlPen html, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Text("p", paragraph.Text);
                break;
            case SubHeading heading:
                html.Text("h3", heading.Text);
                break;
            case Note note:
                html.Text("p", note.Text, ("class", "note"));
                break;
            case ItemList list:
                List(html, list);
                break;
            case Facts facts:
                Facts(html, facts);
                break;
            case Table table:
                Table(html, table);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "There is no such block.");
        }
    }

    private static void List(HtmlPen html, ItemList list)
    {
        html.Open(list.Numbered ? "ol" : "ul");
        foreach (var item in list.Items)
            html.Text("li", item);
        html.Close();
    }

    private static void Facts(HtmlPen html, Facts facts)
    {
        html.Open("dl");
        foreach (var fact in facts.Items)
        {
            html.Text("dt", fact.Name);
            html.Text("dd", fact.Text);
        }

        html.Close();
    }

    private static void Table(HtmlPen html, Table table)
    {
        html.Open("table");
        html.TextUnlessEmpty("caption", table.Caption);
        html.Open("thead");
        html.Open("tr");
        foreach (var column in table.Columns)
            html.Text("th", column.Name, ("scope", "col"), ("class", Class(column)));
        html.Close();
        html.Close();
        html.Open("tbody");
        for (var i = 0; i < table.Rows.Count; i++)
            Row(html, table, table.Rows[i], isTotal: table.HasTotal && i == table.Rows.Count - 1);
        html.Close();
        html.Close();
    }

    private static void Row(HtmlPen html, Table table, IReadOnlyList<string> row, bool isTotal)
    {
        html.Open("tr", ("class", isTotal ? "total" : null));
        html.Text("th", row[0], ("scope", "row"), ("class", Class(table.Columns[0])));
        for (var i = 1; i < row.Count; i++)
            html.Text("td", row[i], ("class", Class(table.Columns[i])), ("data-label", table.Columns[i].Name));
        html.Close();
    }

    private static string? Class(Column column) => column.IsNumber ? "number" : null;
}
