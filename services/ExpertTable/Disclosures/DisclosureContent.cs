using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Reads;

namespace Regio.ExpertTable.Disclosures;

/// <summary>A part of a file that a wider table may be given.</summary>
internal enum DisclosurePart
{
    /// <summary>What is asked of the wider table.</summary>
    Question,

    /// <summary>What the latest analysis says explains it and is needed.</summary>
    Analysis,

    Advice,

    /// <summary>Ages in years, and no dates of birth.</summary>
    Ages,

    /// <summary>Reference and date, not what it says.</summary>
    CourtOrder,
}

/// <summary>Who else recorded something about a child.</summary>
internal enum ReferenceKind
{
    Court,

    /// <summary>Veilig Thuis.</summary>
    SafeAtHome,

    /// <summary>Raad voor de Kinderbescherming.</summary>
    ChildProtectionCouncil,

    /// <summary>Verwijsindex.</summary>
    ReferralIndex,
}

// What an entry says of what others were told, and of what others recorded. Frozen as all kinds of entries are.

/// <summary>A wider table was given this and no more.</summary>
internal sealed class Disclosed : EntryContent
{
    public required Guid DisclosureId { get; init; }

    public required EscalationTarget Recipient { get; init; }

    public required LegalGround Ground { get; init; }

    public required IReadOnlyList<DisclosurePart> Parts { get; init; }

    public required DisclosedPackage Package { get; init; }
}

/// <summary>What was given. The children are called by pseudonyms that this recipient alone knows.</summary>
internal sealed class DisclosedPackage
{
    public required IReadOnlyList<DisclosedChild> Children { get; init; }

    public string Question { get; init; } = "";

    public string Explanation { get; init; } = "";

    public string Needs { get; init; } = "";

    public string Advice { get; init; } = "";

    /// <summary>Empty: not given.</summary>
    public string CourtOrderReference { get; init; } = "";

    public DateOnly? CourtOrderDate { get; init; }
}

internal sealed class DisclosedChild
{
    public required Guid Pseudonym { get; init; }

    /// <summary>In years; null: not given.</summary>
    public int? Age { get; init; }
}

internal sealed class ReferenceRecorded : EntryContent
{
    public required ReferenceKind Kind { get; init; }

    public required string Reference { get; init; }

    public required DateOnly Date { get; init; }
}
