namespace Regio.Procurement.CareOrders;

/// <summary>What became of a message; the numbers are those of the messages.</summary>
internal enum CareMessageOutcome
{
    /// <summary>Its structure is wrong; there is no return message.</summary>
    Unreadable = 1,

    /// <summary>It breaks a rule and counts as never sent (OP286).</summary>
    Refused = 2,

    /// <summary>Nothing refuses it: it took effect.</summary>
    Taken = 3,
}

/// <summary>A message of iJw that came in, and what became of it. A fact: a correction is another message.</summary>
internal sealed class CareMessage
{
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the file.</summary>
    public required byte[] FileHash { get; init; }

    /// <summary>Who brought it: a CBS code, an AGB code; empty for who works for the region.</summary>
    public required string Deliverer { get; init; }

    /// <summary>Number of the kind, such as 305; null when it is none.</summary>
    public required int? Kind { get; init; }

    /// <summary>CBS code of the municipality among its parties; empty: unknown.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>AGB code of the provider among its parties; empty: unknown.</summary>
    public required string ProviderAgbCode { get; init; }

    /// <summary>Keyed hash of kind, sender and the number that the sender gave it; null when one of them is unknown.</summary>
    public required byte[]? NumberHash { get; init; }

    /// <summary>The key that the number is sealed with; empty when it has none, or none any more.</summary>
    public required string KeyId { get; init; }

    /// <summary>The number that the sender gave it, sealed: it is free text, and may hold whatever the sender likes.</summary>
    public required byte[]? SealedNumber { get; init; }

    public required DateOnly? MessageDate { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required long SizeBytes { get; init; }

    public required CareMessageOutcome Outcome { get; init; }

    public required int FindingCount { get; init; }

    /// <summary>The file with the return message; null when there is none.</summary>
    public required Guid? AnswerFileId { get; init; }

    /// <summary>Number of the kind of the return message; null when there is none.</summary>
    public required int? AnswerKind { get; init; }

    /// <summary>Last day for what has to follow beside the return message, a decision on a request; null when nothing has.</summary>
    public required DateOnly? AnswerDueOn { get; init; }

    /// <summary>The day on which its file, its return message and its number were destroyed; null while they are kept.</summary>
    public DateOnly? DestroyedOn { get; init; }
}

/// <summary>A finding as it is kept.</summary>
internal sealed class CareFinding
{
    public required Guid MessageId { get; init; }

    /// <summary>Place in the order in which they were found, from 1.</summary>
    public required int Number { get; init; }

    public required string Rule { get; init; }

    /// <summary>1 structure, 2 within the message, 3 earlier messages, 4 other sources.</summary>
    public required int Level { get; init; }

    public required bool IsError { get; init; }

    /// <summary>Code of the return message; empty when none is made.</summary>
    public required string ReturnCode { get; init; }

    public required string Path { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public required string Text { get; init; }
}

/// <summary>A file that is kept sealed, in pieces.</summary>
internal sealed class CareFile
{
    public required Guid Id { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}

/// <summary>A sealed piece of a file.</summary>
internal sealed class CareFilePiece
{
    public required Guid FileId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required string KeyId { get; init; }

    public required byte[] Sealed { get; init; }
}
