using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Funding;

/// <summary>Where a subsidy stands; the numbers are those of the messages.</summary>
internal enum SubsidyState
{
    /// <summary>Asked for.</summary>
    Applied = 1,

    /// <summary>Granted: advances may be paid.</summary>
    Granted = 2,

    /// <summary>Accounted for; the settlement is due.</summary>
    Accounted = 3,

    /// <summary>Settled.</summary>
    Settled = 4,

    /// <summary>Not granted.</summary>
    Refused = 5,

    /// <summary>The provider took its application back.</summary>
    Withdrawn = 6,
}

/// <summary>Which way a payment goes; the numbers are those of the messages.</summary>
internal enum SubsidyPaymentKind
{
    /// <summary>An advance, before the settlement.</summary>
    Advance = 1,

    /// <summary>The rest, after the settlement.</summary>
    Rest = 2,

    /// <summary>Back from the provider, after the settlement.</summary>
    Repayment = 3,
}

/// <summary>Why less is settled than was granted (Awb 4:46, paragraph 2); the numbers are those of the messages.</summary>
internal enum SubsidyReduction
{
    /// <summary>The activities did not or not wholly take place.</summary>
    ActivitiesMissing = 1,

    /// <summary>Obligations of the subsidy were not met.</summary>
    ObligationsNotMet = 2,

    /// <summary>It was granted on wrong or incomplete information.</summary>
    WrongInformation = 3,

    /// <summary>It was granted wrongly otherwise, and the provider knew or ought to have known.</summary>
    WrongGrant = 4,
}

/// <summary>What a provider asks for.</summary>
internal sealed record SubsidyApplication(Guid ProviderId, string GrantorId, string Subject, Validity Period, long AskedCents, DateOnly AppliedOn);

/// <summary>What is decided at the settlement.</summary>
internal sealed record SubsidySettlement(long Cents, SubsidyReduction? Reduction, string Reason, DateOnly On);

/// <summary>Money that went over. Only added to.</summary>
internal sealed class SubsidyPayment
{
    public required Guid Id { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required SubsidyPaymentKind Kind { get; init; }

    public required long Cents { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What the provider has more, or less, by it.</summary>
    public long SignedCents => Kind == SubsidyPaymentKind.Repayment ? -Cents : Cents;
}
