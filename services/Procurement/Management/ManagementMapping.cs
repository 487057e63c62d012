using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Management;

/// <summary>From contract management to its messages.</summary>
internal static class ManagementMapping
{
    public static V1.ContractReview ToProto(this ContractReview review) => new()
    {
        Id = review.Id.ToString("D"),
        ContractId = review.ContractId.ToString("D"),
        ProviderId = review.ProviderId.ToString("D"),
        HeldDate = review.HeldOn.ToProto(),
        Summary = review.Summary,
        Scores =
        {
            review.Scores.OrderBy(s => s.Indicator, StringComparer.Ordinal).Select(s => new V1.IndicatorScore
            {
                Indicator = s.Indicator, ScoreHundredths = s.ScoreHundredths, NormHundredths = s.NormHundredths,
            }),
        },
    };

    public static V1.ImprovementPlan ToProto(this ImprovementPlan plan) => new()
    {
        Id = plan.Id.ToString("D"),
        ContractId = plan.ContractId.ToString("D"),
        ProviderId = plan.ProviderId.ToString("D"),
        Subject = plan.Subject,
        Measures = plan.Measures,
        DueDate = plan.DueOn.ToProto(),
        Owner = plan.Owner,
        State = (V1.ImprovementPlanState)plan.State,
        Outcome = plan.Outcome,
        ClosedDate = plan.ClosedOn?.ToProto(),
        Etag = Etag.Of(plan.Version),
    };

    public static V1.Obligation ToProto(this Obligation obligation) => new()
    {
        Id = obligation.Id.ToString("D"),
        ProviderId = obligation.ProviderId.ToString("D"),
        ContractId = obligation.ContractId?.ToString("D") ?? "",
        Origin = (V1.ObligationOrigin)obligation.Origin,
        Debtor = (V1.ObligationDebtor)obligation.Debtor,
        Subject = obligation.Subject,
        Indicator = obligation.Indicator,
        DueDate = obligation.DueOn.ToProto(),
        Owner = obligation.Owner,
        State = (V1.ObligationState)obligation.State,
        Evidence = obligation.Evidence,
        SettledDate = obligation.SettledOn?.ToProto(),
        Late = obligation.IsLate,
        Etag = Etag.Of(obligation.Version),
    };

    public static ObligationTerms ToTerms(this V1.Obligation asked, Guid provider, Guid? contract) => new(
        provider,
        contract,
        (ObligationOrigin)asked.Origin,
        (ObligationDebtor)asked.Debtor,
        asked.Subject.Trim(),
        asked.Indicator.Trim(),
        asked.DueDate.ToDateOnly(),
        asked.Owner.Trim());
}
