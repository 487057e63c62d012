using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Contracts;

/// <summary>What an addendum changes; the numbers are those of the messages.</summary>
internal enum AddendumKind
{
    /// <summary>Lines: some end, others begin.</summary>
    Change = 1,

    /// <summary>The end, by an option of the contract.</summary>
    Renewal = 2,

    /// <summary>Ended before its last day by one party or by both.</summary>
    Termination = 3,

    /// <summary>Dissolved (ontbonden), without notice.</summary>
    Dissolution = 4,

    /// <summary>Another provider goes on with it.</summary>
    Transfer = 5,

    /// <summary>Lines go on for the organisation that their region went over into.</summary>
    Move = 6,
}

/// <summary>Who ends a contract; the numbers are those of the messages.</summary>
internal enum TerminationParty
{
    /// <summary>Both parties, whatever the notice.</summary>
    Agreement = 1,

    /// <summary>The buyer: an act of the region, so its notice is kept.</summary>
    Buyer = 2,

    /// <summary>The provider: a fact, late or not.</summary>
    Provider = 3,
}

/// <summary>Why a contract is dissolved; the numbers are those of the messages.</summary>
internal enum DissolutionGround
{
    /// <summary>Bankruptcy of the provider.</summary>
    Bankruptcy = 1,

    /// <summary>Breach of the contract.</summary>
    Breach = 2,
}

/// <summary>Why another provider goes on with a contract; the numbers are those of the messages.</summary>
internal enum TransferGround
{
    /// <summary>It takes the care over.</summary>
    Takeover = 1,

    /// <summary>The two become one.</summary>
    Merger = 2,

    /// <summary>The provider went bankrupt, and the other goes on with its care.</summary>
    Bankruptcy = 3,
}

/// <summary>What is known of an addendum before it is judged.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EffectiveOn">First day on which it holds.</param>
/// <param name="AnnouncedOn">When the other party was told; notice is counted from it.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="By">Subject of the token of who recorded it.</param>
/// <param name="At">When it was recorded.</param>
internal sealed record AddendumFact(Guid Id, DateOnly EffectiveOn, DateOnly AnnouncedOn, string Reason, string By, DateTimeOffset At);

/// <summary>A change of a contract after its signature. Numbered, and never changed itself: the contract's versions.</summary>
internal sealed class Addendum
{
    public required Guid Id { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required AddendumKind Kind { get; init; }

    /// <summary>The ground by its word, such as <c>bankruptcy</c>; empty for kinds that have none.</summary>
    public required string Ground { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required DateOnly AnnouncedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>Whether the agreed notice was not kept: recorded, not refused.</summary>
    public required bool Late { get; init; }

    /// <summary>The period of the contract from now on.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Version of the contract that it made.</summary>
    public required long ContractVersion { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
