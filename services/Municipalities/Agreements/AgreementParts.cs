using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Agreements;

/// <summary>Sort of agreement; the numbers are those of the messages.</summary>
internal enum AgreementKind
{
    Cooperation = 1,
    Covenant = 2,
    JointArrangement = 3,
    Services = 4,
}

/// <summary>Form of a joint arrangement; the numbers are those of the messages.</summary>
internal enum JointArrangementForm
{
    PublicBody = 1,
    OperationsOrganisation = 2,
    HostMunicipality = 3,
}

/// <summary>Where an agreement stands on a day; the numbers are those of the messages.</summary>
internal enum AgreementState
{
    Draft = 1,
    InForce = 2,
    Terminated = 3,
    Expired = 4,
}

/// <summary>What an alert is about; the numbers are those of the messages.</summary>
internal enum AgreementAlertKind
{
    End = 1,
    Notice = 2,
    Obligation = 3,
}

/// <summary>What an agreement is, from its drafting on.</summary>
internal sealed record AgreementFacts
{
    public required string RegionId { get; init; }

    public required AgreementKind Kind { get; init; }

    /// <summary>For a joint arrangement only.</summary>
    public JointArrangementForm? Form { get; init; }

    public required string Subject { get; init; }

    /// <summary>Kenmerk; null when it has none.</summary>
    public string? Reference { get; init; }

    public required IReadOnlyList<string> MunicipalityIds { get; init; }

    public required IReadOnlyList<string> OtherParties { get; init; }

    /// <summary>0: no notice agreed.</summary>
    public required int NoticeMonths { get; init; }

    public required int AlertDays { get; init; }

    public required Source Source { get; init; }
}

/// <summary>A change of an agreement by all its parties.</summary>
internal sealed record Addendum
{
    public required int Number { get; init; }

    public required string Subject { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Null: the end stays as it was.</summary>
    public DateOnly? NewEndOn { get; init; }

    public required string ContentHash { get; init; }
}

/// <summary>What somebody must do by an agreement.</summary>
internal sealed class Obligation
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public required string OwnerBodyId { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Null while open.</summary>
    public DateOnly? DoneOn { get; private set; }

    public string DoneNote { get; private set; } = "";

    public void Fulfil(DateOnly on, string note) => (DoneOn, DoneNote) = (on, note);
}

/// <summary>Something about an agreement that needs attention from a day on. Made anew with each change.</summary>
internal sealed record AgreementAlert
{
    public required Guid Id { get; init; }

    public required AgreementAlertKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>First day on which it is shown.</summary>
    public required DateOnly ShownFrom { get; init; }

    /// <summary>Last day to act.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>0 for what is no obligation.</summary>
    public required int ObligationNumber { get; init; }
}
