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
        State = Code(transition.State),
        PreviousState = transition.PreviousState is { } previous ? Code(previous) : null,
    };

    public static Messages.Procurement.V1.RequestPurchase Asked(Case subject, Purchase purchase) => new()
    {
        PurchaseRequestId = purchase.Id,
        OccurredAt = purchase.RequestedAt,
        MunicipalityId = subject.MunicipalityId,
        ProductId = purchase.ProductId,
    };

    public static string Code(CaseState state) => state switch
    {
        CaseState.Registered => "registered",
        CaseState.Returned => "returned",
        CaseState.Accepted => "accepted",
        CaseState.Scheduled => "scheduled",
        CaseState.Advised => "advised",
        CaseState.Decided => "decided",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
