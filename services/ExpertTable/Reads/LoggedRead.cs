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

    /// <summary>Whom it is about asked to see it or to have it put right.</summary>
    SubjectRequest,
}

/// <summary>On what ground data about a child are used (AVG article 6 and 9, Jeugdwet 7.3 and 7.4).</summary>
internal enum LegalGround
{
    Consent,
    StatutoryTask,
    Safety,
    Emergency,
}

/// <summary>Who reads, by which rpc, why and on what ground.</summary>
internal sealed record CaseReader(string Subject, string Role, string Method, ReadPurpose Purpose, LegalGround Ground = LegalGround.StatutoryTask);

/// <summary>
/// A line of the read log. The database refuses to change or delete one, but for linking it once, and for taking the
/// child out of it once when the case is destroyed.
/// </summary>
internal sealed record LoggedRead
{
    public long Sequence { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Null: the case was destroyed.</summary>
    public required Guid? SubjectPseudonym { get; init; }

    public required string Reader { get; init; }

    public required string Role { get; init; }

    public required ReadPurpose Purpose { get; init; }

    public required LegalGround Ground { get; init; }

    public required string Method { get; init; }

    /// <summary>Empty: there was none, or the case was destroyed.</summary>
    public required string TraceId { get; init; }

    /// <summary>UTC, to the microsecond.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Place in the chain, from 1 without gaps; null: not linked yet.</summary>
    public long? Number { get; init; }

    /// <summary>Keyed digest of what the line said when it was linked.</summary>
    public byte[]? Digest { get; init; }

    /// <summary>Keyed digest over the link before and this line.</summary>
    public byte[]? Link { get; init; }

    /// <summary>Proof that the service itself took the child out of the line; null: the line is as it was.</summary>
    public byte[]? Blanked { get; init; }
}
