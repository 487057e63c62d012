using Regio.Messages.ExpertTable.V1;

namespace Regio.ExpertTable.Cases;

/// <summary>What the table tells the other services: codes and ids, nothing that leads to a child.</summary>
internal static class CaseEvents
{
    public static CaseStateChanged Changed(Case subject, Transition transition) => new()
    {
        CaseId = subject.Id,
        AggregateVersion = transition.Version,
        OccurredAt = transition.ChangedAt,
        MunicipalityId = subject.MunicipalityId,
        State = Codes.Of(transition.State),
        PreviousState = transition.PreviousState is { } previous ? Codes.Of(previous) : null,
        Round = transition.Round,
        StoppedSeconds = (long)transition.Stopped.TotalSeconds,
        TriageWaiver = subject.TriageWaiver is { } waiver ? Codes.Of(waiver) : null,
        EscalationTarget = subject.Written.Where(entry => entry.Version == transition.Version).Select(entry => entry.Content).OfType<TakenFurther>().FirstOrDefault() is { } further
            ? Codes.Of(further.Target)
            : null,
    };

    /// <summary>The outcome among what was written; null: there is none.</summary>
    public static CaseOutcomeRecorded? Outcome(Case subject) => subject.Written.Select(entry => entry.Content is OutcomeRecorded outcome
        ? new CaseOutcomeRecorded
        {
            CaseId = subject.Id,
            AggregateVersion = entry.Version,
            OccurredAt = entry.At,
            MunicipalityId = subject.MunicipalityId,
            Round = entry.Round,
            Result = Codes.Of(outcome.Result),
            CareForm = outcome.CareForm,
            Bottlenecks = [.. outcome.Bottlenecks.Select(b => Codes.Of(b))],
        }
        : null).FirstOrDefault(e => e is not null);

    public static Messages.Procurement.V1.RequestPurchase Asked(Case subject, Purchase purchase) => new()
    {
        PurchaseRequestId = purchase.Id,
        OccurredAt = purchase.RequestedAt,
        MunicipalityId = subject.MunicipalityId,
        ProductId = purchase.ProductId,
    };
}
