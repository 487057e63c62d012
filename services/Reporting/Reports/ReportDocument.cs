namespace Regio.Reporting.Reports;

/// <summary>A report as people read it, in Dutch: one model behind the page and the PDF.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What a reader must know first.</param>
/// <param name="Sections">Its sections, in order.</param>
/// <param name="Foot">What stands below it: how it was made.</param>
public sealed record ReportDocument(string Title, string Lead, IReadOnlyList<ReportSection> Sections, string Foot);

/// <summary>A section of a report.</summary>
/// <param name="Id">Its name in the address of a page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Paragraphs">What it says.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Page">The page that it stands on, from 1, where the report has pages.</param>
public sealed record ReportSection(string Id, string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<ReportTable> Tables, int Page = 1);

/// <summary>A table of a report. The first cell of a row says what the row is about.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">A text for each column, as it is read.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right.</param>
/// <param name="Share">How wide it is beside the others.</param>
public sealed record ReportColumn(string Name, bool IsNumber = false, int Share = 1);
