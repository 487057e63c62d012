namespace Regio.Documents.Tables;

/// <summary>What a column holds, so that a spreadsheet can calculate with it.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Decimals.</summary>
    Number,
}

/// <summary>A column of an export.</summary>
/// <param name="Name">Name for programs, as in the contract.</param>
/// <param name="Dutch">Name for people.</param>
/// <param name="Kind">Text, or numbers as decimals.</param>
public sealed record ExportColumn(string Name, string Dutch, ColumnKind Kind);

/// <summary>
/// Figures as a table with notes: one model behind every format, so that all of them say the same. It holds nothing of
/// the moment at which it was made: what has not changed gives the same bytes.
/// </summary>
/// <param name="Name">Name of the file, without what it ends in.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">A string, a decimal or null for each column.</param>
/// <param name="Notes">What a reader must know, in Dutch: a heading and a text each.</param>
public sealed record ExportTable(
    string Name, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<object?[]> Rows, IReadOnlyList<(string Heading, string Text)> Notes);
