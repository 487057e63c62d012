namespace Regio.Reporting.Importing.Tables;

/// <summary>How far an import from a source is; the numbers are those of the messages.</summary>
internal enum TableImportState
{
    Fetching = 1,
    Storing = 2,
    Done = 3,
    Failed = 4,
}

/// <summary>A table that is read in from a public source, page by page: what is fetched stays fetched.</summary>
internal sealed class TableImport
{
    /// <summary>After so many tries in a row without an answer the source is taken to be away.</summary>
    public const int MostAttempts = 8;

    /// <summary>A table of more pages is none.</summary>
    public const int MostPages = 2_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }

    /// <summary>Name of the source in the settings.</summary>
    public required string SourceName { get; init; }

    /// <summary>Name of the table at the source.</summary>
    public required string TableName { get; init; }

    /// <summary>What is read and where it goes, as JSON of the message.</summary>
    public required string Header { get; init; }

    public TableImportState State { get; private set; } = TableImportState.Fetching;

    /// <summary>Where the next page is; empty before the first and after the last.</summary>
    public string NextLink { get; private set; } = "";

    public int PageCount { get; private set; }

    /// <summary>Rows of the pages so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Tries of the next page that got no answer.</summary>
    public int Attempts { get; private set; }

    public required DateTimeOffset NextTryAt { get; set; }

    /// <summary>Code of the rule by which it failed; empty while it did not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What came of it, as JSON of the message; empty until it is done.</summary>
    public string Report { get; private set; } = "";

    public required DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A page has come.</summary>
    public void Fetched(int rows, string next)
    {
        PageCount++;
        RowCount += rows;
        NextLink = next;
        Attempts = 0;
        if (next.Length == 0)
            State = TableImportState.Storing;
    }

    /// <summary>The source gave no answer: it is asked again, each time after twice as long.</summary>
    public void Unanswered(string reason, DateTimeOffset now)
    {
        Attempts++;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Attempts));
        NextTryAt = now + (pause < LongestPause ? pause : LongestPause);
        if (Attempts >= MostAttempts)
            Fail(reason, now);
    }

    public void Fail(string reason, DateTimeOffset now) => (State, Reason, EndedAt) = (TableImportState.Failed, reason, now);

    public void Finish(string report, DateTimeOffset now) => (State, Report, EndedAt) = (TableImportState.Done, report, now);
}

/// <summary>A page as it came, until the table is read in.</summary>
internal sealed record TablePage
{
    public required Guid ImportId { get; init; }

    public required int Number { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Link { get; init; }

    public required byte[] Body { get; init; }
}
