using Regio.ExpertTable.Deciders;
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
        EscalationTarget = WrittenAt<TakenFurther>(subject, transition.Version) is { } further ? Codes.Of(further.Target) : null,
        AgeClass = transition.PreviousState is null ? subject.AgeClassTold : null,
        Bottlenecks = WrittenAt<GotStuck>(subject, transition.Version) is { } stuck ? [.. stuck.Bottlenecks.Select(b => Codes.Of(b))] : null,
    };

    /// <summary>The handing over among what was written; null: there is none.</summary>
    public static CaseHandedOver? HandedOver(Case subject) => subject.Written.Select(entry => entry.Content is HandedOver over
        ? new CaseHandedOver
        {
            CaseId = subject.Id,
            AggregateVersion = entry.Version,
            OccurredAt = entry.At,
            MunicipalityId = over.ToMunicipalityId,
            PreviousMunicipalityId = over.FromMunicipalityId,
            ResponsibleFrom = over.ResponsibleFrom,
            State = Codes.Of(subject.State),
        }
        : null).FirstOrDefault(e => e is not null);

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

    private static T? WrittenAt<T>(Case subject, long version)
        where T : EntryContent => subject.Written.Where(entry => entry.Version == version).Select(entry => entry.Content).OfType<T>().FirstOrDefault();
}
