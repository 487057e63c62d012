namespace Aspire.Dashboard.Telemetry;

/// <summary>What can get lost, and where.</summary>
internal enum Drop
{
    /// <summary>Spans of the oldest traces, to make room.</summary>
    OldSpans,

    /// <summary>Spans beyond the limit of one trace.</summary>
    SpansBeyondTrace,

    /// <summary>The oldest log records, to make room.</summary>
    OldLogs,

    /// <summary>The oldest points of a line, to make room.</summary>
    OldPoints,

    /// <summary>Points of lines beyond the limit.</summary>
    PointsBeyondSeries,

    /// <summary>Attributes beyond the limit of their owner.</summary>
    Attributes,

    /// <summary>Texts that were cut off.</summary>
    Text,

    /// <summary>Events and links beyond the limit of a span.</summary>
    Events,

    /// <summary>Items that are wrong in themselves, such as a span without an id.</summary>
    Invalid,

    /// <summary>Requests that were refused whole: malformed, too large or without the key.</summary>
    Requests,

    /// <summary>Batches that are in memory but were not written to disk, since it was too slow or full.</summary>
    Unwritten,

    /// <summary>Damaged ends of files from an earlier run.</summary>
    DamagedFiles,
}

/// <summary>Counts what gets lost: never silently.</summary>
internal sealed class Drops
{
    private readonly long[] _counts = new long[Enum.GetValues<Drop>().Length];

    public long this[Drop drop] => Interlocked.Read(ref _counts[(int)drop]);

    public bool Any => Array.Exists(_counts, count => count > 0);

    public void Add(Drop drop, long count) => Interlocked.Add(ref _counts[(int)drop], count);
}
