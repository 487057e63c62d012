using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Management;

/// <summary>Where an obligation comes from; the numbers are those of the messages.</summary>
internal enum ObligationOrigin
{
    /// <summary>A contract.</summary>
    Contract = 1,

    /// <summary>A promise at the dialogue table.</summary>
    DialogueTable = 2,
}

/// <summary>Who owes; the numbers are those of the messages.</summary>
internal enum ObligationDebtor
{
    /// <summary>The provider, to the region.</summary>
    Provider = 1,

    /// <summary>The region, to the provider.</summary>
    Region = 2,
}

/// <summary>Where an obligation stands; the numbers are those of the messages.</summary>
internal enum ObligationState
{
    /// <summary>Owed.</summary>
    Open = 1,

    /// <summary>Met.</summary>
    Met = 2,

    /// <summary>Dropped.</summary>
    Dropped = 3,
}

/// <summary>What is owed, as it is recorded.</summary>
internal sealed record ObligationTerms(
    Guid ProviderId, Guid? ContractId, ObligationOrigin Origin, ObligationDebtor Debtor, string Subject, string Indicator, DateOnly DueOn, string Owner);

/// <summary>
/// What a provider owes the region or the region a provider. The dialogue table takes no decisions: what is promised there is
/// owed all the same.
/// </summary>
internal sealed class Obligation
{
    private Obligation(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    public required Guid? ContractId { get; init; }

    public required ObligationOrigin Origin { get; init; }

    public required ObligationDebtor Debtor { get; init; }

    public required string Subject { get; init; }

    /// <summary>By which it is judged; empty: none.</summary>
    public required string Indicator { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Who is to act, as a function.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public ObligationState State { get; private set; }

    /// <summary>The evidence, or why it was dropped.</summary>
    public string Evidence { get; private set; } = "";

    public DateOnly? SettledOn { get; private set; }

    public long Version { get; private set; } = 1;

    public bool IsLate => State == ObligationState.Met && SettledOn > DueOn;

    public static Obligation Record(Guid id, ObligationTerms terms, DateTimeOffset now) =>
        terms.Origin == ObligationOrigin.Contract && terms.ContractId is null
            ? throw new DomainException(ManagementRules.ObligationWithoutContract, "obligation.contract_id")
            : new(id)
            {
                ProviderId = terms.ProviderId,
                ContractId = terms.ContractId,
                Origin = terms.Origin,
                Debtor = terms.Debtor,
                Subject = terms.Subject,
                Indicator = terms.Indicator,
                DueOn = terms.DueOn,
                Owner = terms.Owner,
                RecordedAt = now,
                State = ObligationState.Open,
            };

    public void Settle(bool met, string evidence, DateOnly day, DateOnly today)
    {
        if (State != ObligationState.Open)
            throw new DomainException(ManagementRules.ObligationSettled, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
        RecordedFact.RefuseFuture(day, today, "settled_date");
        (State, Evidence, SettledOn) = (met ? ObligationState.Met : ObligationState.Dropped, evidence, day);
        Version++;
    }
}
