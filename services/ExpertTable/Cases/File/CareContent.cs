using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Reads;

namespace Regio.ExpertTable.Cases;

// What an entry says of the people around a case and of the ground it rests on. Frozen as all kinds of entries are.

internal sealed class GuideAssigned : EntryContent
{
    public required Guid GuideId { get; init; }

    /// <summary>Empty: within the limits.</summary>
    public required string OverrideReason { get; init; }
}

internal sealed class GuideEnded : EntryContent
{
    public required Guid GuideId { get; init; }

    public required string Reason { get; init; }
}

internal sealed class WaitsForGuide : EntryContent;

internal sealed class CareBrokerAssigned : EntryContent
{
    public required Guid CareBrokerId { get; init; }
}

internal sealed class PartyRecorded : EntryContent
{
    public required Guid PartyId { get; init; }

    /// <summary>Pseudonym of the child.</summary>
    public required Guid Child { get; init; }

    public required ConsentPartyKind Kind { get; init; }

    public required string Label { get; init; }
}

internal sealed class ConsentRecorded : EntryContent
{
    public required Guid PartyId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    public required ConsentAnswer Answer { get; init; }

    public required DateOnly Day { get; init; }
}

internal sealed class GroundRecorded : EntryContent
{
    public required ConsentPurpose Purpose { get; init; }

    public required LegalGround Ground { get; init; }

    public required string Motivation { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Day after the last; null: open.</summary>
    public DateOnly? Until { get; init; }
}

internal sealed class LegalHoldSet : EntryContent
{
    public required string Reason { get; init; }
}

internal sealed class LegalHoldLifted : EntryContent
{
    public required string Reason { get; init; }
}

/// <summary>Somebody who else may not see the case opened it.</summary>
internal sealed class GlassBroken : EntryContent
{
    public required string Reason { get; init; }
}
