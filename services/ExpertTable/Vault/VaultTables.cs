namespace Regio.ExpertTable.Vault;

/// <summary>What a pseudonym is for. Those of two purposes are linked in the vault and nowhere else.</summary>
internal static class PseudonymPurpose
{
    public const string ExpertTable = "expert-table";
}

/// <summary>A child, known by the keyed hash of its number.</summary>
internal sealed record VaultSubject
{
    public required Guid Id { get; init; }

    public required byte[] BsnHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A sealed version of who a child is; a correction is a new one.</summary>
internal sealed record SealedIdentity
{
    public required Guid SubjectId { get; init; }

    public required int Version { get; init; }

    public required string KeyId { get; init; }

    public required byte[] Sealed { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Bound to the cipher text, so that a row copied to another child does not open.</summary>
    public string Place => PlaceOf(SubjectId, Version);

    public static string PlaceOf(Guid subject, int version) => $"{subject:N}/{version}";
}

/// <summary>What a child is called for one purpose.</summary>
internal sealed record Pseudonym
{
    public required Guid SubjectId { get; init; }

    public required string Purpose { get; init; }

    public required Guid Value { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
