using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Importing.Files;

/// <summary>How far an import of a file is, as the database keeps it; what a load under way does is in its progress.</summary>
internal enum FileImportState
{
    Receiving,
    Loading,
    Done,
    Failed,
}

/// <summary>A file that is sent in over as many calls as it takes, and then read in without a caller.</summary>
internal sealed class FileImport
{
    /// <summary>A larger file is refused before anything of it is sent.</summary>
    public const long LargestFile = 16L * 1024 * 1024 * 1024;

    /// <summary>A load that was begun so often and never ended ends the process each time, or is never given the time.</summary>
    public const int MostAttempts = 10;

    /// <summary>A file of which nothing comes for so long is not sent on.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    /// <summary>What is in it and where it goes, as JSON of the message.</summary>
    public required string Header { get; init; }

    /// <summary>Bytes of the whole file.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the whole file, in hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public FileImportState State { get; private set; } = FileImportState.Receiving;

    /// <summary>So many bytes from the beginning are kept.</summary>
    public long ReceivedBytes { get; private set; }

    /// <summary>When the last of them came, or it was asked for.</summary>
    public required DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Code of the rule by which it failed; empty while it did not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What came of it, as JSON of the message; empty until it is done.</summary>
    public string Report { get; private set; } = "";

    public required DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many of the first bytes of a piece are kept already: what was sent and not confirmed may be sent again.</summary>
    /// <param name="offset">Where in the file the piece begins.</param>
    /// <param name="length">Its bytes.</param>
    public int Known(long offset, int length)
    {
        if (offset > ReceivedBytes)
            throw new DomainException(FileRules.UploadGap, "offset", new Dictionary<string, string> { ["received"] = Number(ReceivedBytes), ["offset"] = Number(offset) });
        if (offset + length > Size)
            throw new DomainException(FileRules.UploadTooLong, "chunk", new Dictionary<string, string> { ["size"] = Number(Size) });
        var known = (int)Math.Min(length, ReceivedBytes - offset);
        if (known < length && State != FileImportState.Receiving)
            throw new DomainException(FileRules.UploadEnded, "id", new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
        return known;
    }

    /// <summary>The next bytes are kept; after the last it can be read in.</summary>
    public void Receive(int length, DateTimeOffset now)
    {
        ReceivedBytes += length;
        ReceivedAt = now;
        if (ReceivedBytes == Size)
            State = FileImportState.Loading;
    }

    public void Fail(string reason, DateTimeOffset now) => (State, Reason, EndedAt) = (FileImportState.Failed, reason, now);

    public void Finish(string report, DateTimeOffset now) => (State, Report, EndedAt) = (FileImportState.Done, report, now);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Bytes of a file as they came, until it is read in.</summary>
internal sealed record FilePiece
{
    public required Guid ImportId { get; init; }

    /// <summary>Where in the file they begin.</summary>
    public required long Offset { get; init; }

    public required byte[] Body { get; init; }
}

/// <summary>How far a load is. It is written beside the transaction of the load, so that it is seen before that ends.</summary>
internal sealed record FileProgress
{
    public required Guid ImportId { get; init; }

    /// <summary>How often the load was begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>Rows that were read and checked in this attempt.</summary>
    public required long RowCount { get; init; }

    /// <summary>Of these, rows that are refused.</summary>
    public required long RefusedCount { get; init; }

    /// <summary>Whether all rows are checked, and they are being stored.</summary>
    public required bool Storing { get; init; }
}
