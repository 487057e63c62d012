namespace Regio.ExpertTable.Reads;

/// <summary>Why a file is read.</summary>
internal enum ReadPurpose
{
    Treatment,
    Sitting,
    Decision,
    Oversight,

    /// <summary>Seen in a list or a watch, without texts.</summary>
    Overview,
}

/// <summary>Who reads, by which rpc and why.</summary>
internal sealed record CaseReader(string Subject, string Role, string Method, ReadPurpose Purpose);

/// <summary>A line of the read log. The database refuses to change or delete one.</summary>
internal sealed record LoggedRead
{
    public long Sequence { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid SubjectPseudonym { get; init; }

    public required string Reader { get; init; }

    public required string Role { get; init; }

    public required ReadPurpose Purpose { get; init; }

    public required string Method { get; init; }

    public required string TraceId { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
