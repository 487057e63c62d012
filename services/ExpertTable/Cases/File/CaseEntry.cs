namespace Regio.ExpertTable.Cases;

/// <summary>What a unit of work wrote into a file, still in clear.</summary>
internal sealed class WrittenEntry(long number, long version, int round, EntryContent content, string by, DateTimeOffset at)
{
    public long Number { get; } = number;

    public long Version { get; } = version;

    public int Round { get; } = round;

    public EntryContent Content { get; } = content;

    public string By { get; } = by;

    public DateTimeOffset At { get; } = at;
}

/// <summary>
/// An entry of a file as it is stored: who, when and in which round in clear, what it says sealed. The database refuses
/// to change one, but for sealing it again under another key.
/// </summary>
internal sealed class CaseEntry
{
    public required Guid CaseId { get; init; }

    /// <summary>Order within the file, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Version of the case after the act that wrote it; one act may write several entries.</summary>
    public required long Version { get; init; }

    public required int Round { get; init; }

    public required string WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Empty: written before files were sealed, and not sealed yet.</summary>
    public required string KeyId { get; init; }

    public required byte[] Sealed { get; init; }
}
