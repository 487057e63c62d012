using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Funding;

/// <summary>
/// A subsidy to a provider (Awb, title 4.2), from application to settlement. What is to be paid or to come back is never
/// stored: it follows from the final amount and the payments, to the cent.
/// </summary>
internal sealed class Subsidy
{
    private readonly List<SubsidyPayment> _payments = [];

    private Subsidy(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    /// <summary>A region, or the CBS code of a municipality.</summary>
    public required string GrantorId { get; init; }

    public required string Subject { get; init; }

    /// <summary>When the activities take place; with an end.</summary>
    public required Validity Validity { get; init; }

    public required long AskedCents { get; init; }

    public required DateOnly AppliedOn { get; init; }

    public required DateOnly DecisionDueOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public SubsidyState State { get; private set; }

    /// <summary>When it was granted, refused or withdrawn.</summary>
    public DateOnly? DecidedOn { get; private set; }

    public string DecisionReason { get; private set; } = "";

    public long? GrantedCents { get; private set; }

    public DateOnly? AccountDueOn { get; private set; }

    public DateOnly? AccountedOn { get; private set; }

    /// <summary>Null: nothing was accounted for.</summary>
    public DateOnly? SettlementDueOn { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    public long? SettledCents { get; private set; }

    /// <summary>Why less was settled than granted; null: it was not.</summary>
    public SubsidyReduction? Reduction { get; private set; }

    public string SettlementReason { get; private set; } = "";

    public DateOnly? PaymentDueOn { get; private set; }

    /// <summary>What the provider has: payments less what came back.</summary>
    public long PaidCents { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<SubsidyPayment> Payments => _payments;

    public bool DecidedLate => State != SubsidyState.Withdrawn && DecidedOn > DecisionDueOn;

    public bool AccountedLate => AccountedOn > AccountDueOn;

    /// <summary>What is still to be paid after the settlement.</summary>
    public long PayableCents => SettledCents is { } settled ? Math.Max(0, settled - PaidCents) : 0;

    /// <summary>What is to come back after the settlement.</summary>
    public long ReclaimableCents => SettledCents is { } settled ? Math.Max(0, PaidCents - settled) : 0;

    /// <summary>What it amounts to by the decisions up to a day: what was settled, and before that what was granted.</summary>
    public long AgreedCentsOn(DateOnly day) => SettledOn <= day ? SettledCents.GetValueOrDefault() : DecidedOn <= day ? GrantedCents.GetValueOrDefault() : 0;

    /// <summary>What the provider has by a day: payments less what came back.</summary>
    public long PaidCentsOn(DateOnly day) => _payments.Where(payment => payment.PaidOn <= day).Sum(payment => payment.SignedCents);

    public static Subsidy Apply(Guid id, SubsidyApplication asked, int decisionDays, (DateOnly Today, DateTimeOffset At) now)
    {
        RecordedFact.RefuseFuture(asked.AppliedOn, now.Today, "subsidy.applied_date");
        return new Subsidy(id)
        {
            ProviderId = asked.ProviderId,
            GrantorId = asked.GrantorId,
            Subject = asked.Subject,
            Validity = asked.Period,
            AskedCents = asked.AskedCents,
            AppliedOn = asked.AppliedOn,
            DecisionDueOn = asked.AppliedOn.AddDays(decisionDays),
            RecordedAt = now.At,
            State = SubsidyState.Applied,
        };
    }

    public void Grant(long cents, DateOnly accountDueOn, string reason, DateOnly day, DateOnly today)
    {
        Require(SubsidyState.Applied);
        RequireDay(day, AppliedOn, today, "decided_date");
        if (cents > AskedCents)
            throw new DomainException(SubsidyRules.GrantAboveApplication, "granted_cents", Cents(AskedCents));
        if (accountDueOn < Validity.Until || accountDueOn < day)
            throw new DomainException(SubsidyRules.AccountDueEarly, "account_due_date");
        (State, GrantedCents, AccountDueOn, DecidedOn, DecisionReason) = (SubsidyState.Granted, cents, accountDueOn, day, reason);
        Version++;
    }

    public void EndApplication(bool withdrawn, string reason, DateOnly day, DateOnly today)
    {
        Require(SubsidyState.Applied);
        RequireDay(day, AppliedOn, today, "decided_date");
        (State, DecidedOn, DecisionReason) = (withdrawn ? SubsidyState.Withdrawn : SubsidyState.Refused, day, reason);
        Version++;
    }

    /// <summary>Records an advance, the rest after the settlement, or what came back after it.</summary>
    public void Pay(Guid paymentId, SubsidyPaymentKind kind, long cents, DateOnly day, (DateOnly Today, DateTimeOffset At) now)
    {
        if (kind == SubsidyPaymentKind.Advance)
            Require(SubsidyState.Granted, SubsidyState.Accounted);
        else
            Require(SubsidyState.Settled);
        RequireDay(day, kind == SubsidyPaymentKind.Advance ? DecidedOn : SettledOn, now.Today, "paid_date");
        var most = kind switch
        {
            SubsidyPaymentKind.Advance => GrantedCents.GetValueOrDefault() - PaidCents,
            SubsidyPaymentKind.Rest => PayableCents,
            _ => ReclaimableCents,
        };
        if (cents > most)
            throw new DomainException(SubsidyRules.PaymentAbove, "cents", Cents(most));
        var payment = new SubsidyPayment { Id = paymentId, Number = _payments.Count + 1, Kind = kind, Cents = cents, PaidOn = day, RecordedAt = now.At };
        _payments.Add(payment);
        PaidCents += payment.SignedCents;
        Version++;
    }

    public void Account(DateOnly day, int decisionDays, DateOnly today)
    {
        Require(SubsidyState.Granted);
        RequireDay(day, DecidedOn, today, "accounted_date");
        (State, AccountedOn, SettlementDueOn) = (SubsidyState.Accounted, day, day.AddDays(decisionDays));
        Version++;
    }

    public void Settle(SubsidySettlement settlement, int paymentDays, DateOnly today)
    {
        Require(SubsidyState.Granted, SubsidyState.Accounted);
        RequireDay(settlement.On, AccountedOn ?? DecidedOn, today, "settled_date");
        if (State == SubsidyState.Granted && settlement.On <= AccountDueOn)
        {
            throw new DomainException(SubsidyRules.AccountNotDue, "settled_date", new Dictionary<string, string>
            {
                ["due"] = AccountDueOn.Value.ToString("O", CultureInfo.InvariantCulture),
            });
        }

        var granted = GrantedCents.GetValueOrDefault();
        if (settlement.Cents > granted)
            throw new DomainException(SubsidyRules.SettledAboveGrant, "settled_cents", Cents(granted));
        if (settlement.Cents < granted && settlement.Reduction is null)
            throw new DomainException(SubsidyRules.ReductionWithoutGround, "reduction");
        if (settlement.Cents == granted && settlement.Reduction is not null)
            throw new DomainException(SubsidyRules.ReductionOfNothing, "reduction");
        (State, SettledCents, Reduction, SettlementReason, SettledOn) =
            (SubsidyState.Settled, settlement.Cents, settlement.Reduction, settlement.Reason, settlement.On);
        PaymentDueOn = settlement.On.AddDays(paymentDays);
        Version++;
    }

    private static void RequireDay(DateOnly day, DateOnly? earliest, DateOnly today, string field)
    {
        RecordedFact.RefuseFuture(day, today, field);
        if (day < earliest)
        {
            throw new DomainException(SubsidyRules.StepEarly, field, new Dictionary<string, string>
            {
                ["earliest"] = earliest.Value.ToString("O", CultureInfo.InvariantCulture),
            });
        }
    }

    private static Dictionary<string, string> Cents(long most) => new() { ["most_cents"] = most.ToString(CultureInfo.InvariantCulture) };

    private void Require(params ReadOnlySpan<SubsidyState> allowed)
    {
        if (!allowed.Contains(State))
            throw new DomainException(SubsidyRules.WrongState, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
    }
}
