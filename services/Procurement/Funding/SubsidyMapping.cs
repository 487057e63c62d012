using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Funding;

/// <summary>From subsidies to their messages.</summary>
internal static class SubsidyMapping
{
    public static SubsidyApplication ToApplication(this V1.Subsidy asked, Guid provider) => new(
        provider, asked.GrantorId, asked.Subject.Trim(), asked.Period.ToValidity(), asked.AskedCents, asked.AppliedDate.ToDateOnly());

    public static V1.Subsidy ToProto(this Subsidy subsidy)
    {
        var message = new V1.Subsidy
        {
            Id = subsidy.Id.ToString("D"),
            ProviderId = subsidy.ProviderId.ToString("D"),
            GrantorId = subsidy.GrantorId,
            Subject = subsidy.Subject,
            Period = subsidy.Validity.ToProto(),
            AskedCents = subsidy.AskedCents,
            AppliedDate = subsidy.AppliedOn.ToProto(),
            State = (V1.SubsidyState)subsidy.State,
            DecisionDueDate = subsidy.DecisionDueOn.ToProto(),
            DecidedDate = subsidy.DecidedOn?.ToProto(),
            DecidedLate = subsidy.DecidedLate,
            DecisionReason = subsidy.DecisionReason,
            GrantedCents = subsidy.GrantedCents ?? 0,
            AccountDueDate = subsidy.AccountDueOn?.ToProto(),
            AccountedDate = subsidy.AccountedOn?.ToProto(),
            AccountedLate = subsidy.AccountedLate,
            SettlementDueDate = subsidy.SettlementDueOn?.ToProto(),
            SettledDate = subsidy.SettledOn?.ToProto(),
            Reduction = subsidy.Reduction is { } reduction ? (V1.SubsidyReduction)reduction : V1.SubsidyReduction.Unspecified,
            SettlementReason = subsidy.SettlementReason,
            PaidCents = subsidy.PaidCents,
            PayableCents = subsidy.PayableCents,
            ReclaimableCents = subsidy.ReclaimableCents,
            PaymentDueDate = subsidy.PaymentDueOn?.ToProto(),
            Payments = { subsidy.Payments.OrderBy(payment => payment.Number).Select(ToProto) },
            Etag = Etag.Of(subsidy.Version),
        };
        if (subsidy.SettledCents is { } settled)
            message.SettledCents = settled;
        return message;
    }

    public static SubsidyChanged ToEvent(this Subsidy subsidy, DateTimeOffset now) => new()
    {
        SubsidyId = subsidy.Id,
        AggregateVersion = subsidy.Version,
        OccurredAt = now,
        ProviderId = subsidy.ProviderId,
        GrantorId = subsidy.GrantorId,
        State = subsidy.State.ToString().ToLowerInvariant(),
        ValidFrom = subsidy.Validity.From,
        ValidUntil = subsidy.Validity.Until,
        AskedCents = subsidy.AskedCents,
        GrantedCents = subsidy.GrantedCents ?? 0,
        SettledCents = subsidy.SettledCents ?? 0,
        PaidCents = subsidy.PaidCents,
    };

    private static V1.SubsidyPayment ToProto(SubsidyPayment payment) => new()
    {
        Id = payment.Id.ToString("D"), Kind = (V1.SubsidyPaymentKind)payment.Kind, Cents = payment.Cents, PaidDate = payment.PaidOn.ToProto(),
    };
}
