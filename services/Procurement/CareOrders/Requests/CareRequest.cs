using Regio.CareMessages.Deadlines;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;
using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>How far a municipality is with a request; the numbers are those of the messages.</summary>
internal enum CareRequestState
{
    /// <summary>It waits for a first answer.</summary>
    Open = 1,

    /// <summary>The municipality looks into it (JW319, 2).</summary>
    Investigated = 2,

    /// <summary>A JW301 honours it.</summary>
    Granted = 3,

    /// <summary>A JW319 rejects it.</summary>
    Rejected = 4,
}

/// <summary>What a request is about, as far as it is listed.</summary>
/// <param name="Kind">315 or 317.</param>
/// <param name="Category">Product category that is asked for (JZ020); null in a request for change, and where none is named.</param>
/// <param name="WantedFrom">First day that is asked for.</param>
/// <param name="Date">The date of the message.</param>
internal sealed record AskedCare(int Kind, string? Category, DateOnly WantedFrom, DateOnly Date);

/// <summary>
/// What a provider asks a municipality to assign (verzoek om toewijzing, one for each product) or to change (verzoek om wijziging, as a
/// whole). Commands answer the rule that refuses them, and then change nothing.
/// </summary>
internal sealed class CareRequest
{
    private CareRequest(Guid id) => Id = id;

    public Guid Id { get; }

    public required string MunicipalityId { get; init; }

    public required string ProviderAgbCode { get; init; }

    /// <summary>Pseudonym of the client.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>The message that asks.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Keyed hash of the provider's reference: free text.</summary>
    public required byte[] ReferenceHash { get; init; }

    /// <summary>315 or 317.</summary>
    public required int Kind { get; init; }

    /// <summary>Product category that is asked for; null: none, or a change.</summary>
    public required string? Category { get; init; }

    /// <summary>First day that is asked for.</summary>
    public required DateOnly WantedFrom { get; init; }

    /// <summary>The date of the message, from which the eight weeks of an investigation count.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>The day on which it came in.</summary>
    public required DateOnly ReceivedOn { get; init; }

    public CareRequestState State { get; private set; } = CareRequestState.Open;

    /// <summary>Last day for the next answer; null when none is to follow.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The JW319 that says that it is looked into; null: none.</summary>
    public Guid? InvestigatedBy { get; private set; }

    /// <summary>The message that grants or rejects it; null while none does.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>Why it is rejected (WJ759).</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>CBS code of the municipality that is responsible instead, by the domicile principle.</summary>
    public string? ResponsibleMunicipalityId { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>Whether its final answer is still to come.</summary>
    public bool IsWaiting => State is CareRequestState.Open or CareRequestState.Investigated;

    /// <summary>Takes a request in; its first answer is due in five working days (OP274, OP346).</summary>
    public static CareRequest Receive(Guid id, CareSides sides, Guid client, byte[] reference, AskedCare asked, CareArrival arrival) => new(id)
    {
        MunicipalityId = sides.MunicipalityId,
        ProviderAgbCode = sides.ProviderAgbCode,
        ClientId = client,
        MessageId = arrival.MessageId,
        ReferenceHash = reference,
        Kind = asked.Kind,
        Category = asked.Category,
        WantedFrom = asked.WantedFrom,
        AskedOn = asked.Date,
        ReceivedOn = arrival.Day,
        DueOn = ChainDeadlines.Answer(arrival.Day),
    };

    /// <summary>Takes an answer (JW319): a rejection, or that it is looked into.</summary>
    public KnownRule? Answer(Antwoord answer, CareArrival arrival)
    {
        var isRejection = answer.VerzoekAntwoord.Is("1");
        var broken = State == CareRequestState.Granted ? KnownRequestRules.NotGrantedYet
            : !isRejection && State != CareRequestState.Open ? KnownRequestRules.InvestigatedFirst
            : State == CareRequestState.Rejected ? KnownRequestRules.RejectedOnce
            : null;
        if (broken is not null)
            return broken;
        if (isRejection)
        {
            Close(CareRequestState.Rejected, arrival);
            RejectionReason = answer.RedenAfwijzingVerzoek.Data;
            ResponsibleMunicipalityId = answer.Woonplaatsbeginsel is { } other ? $"GM{other.Gemeente.Data}" : null;
        }
        else
        {
            (State, DueOn, InvestigatedBy) = (CareRequestState.Investigated, ChainDeadlines.FinalAnswer(AskedOn), arrival.MessageId);
            Version++;
        }

        return null;
    }

    /// <summary>Takes an assignment that honours it. It may be sent again, with all that is current (OP087).</summary>
    public KnownRule? Grant(CareArrival arrival)
    {
        if (State == CareRequestState.Rejected)
            return KnownRequestRules.HonoursRequest;
        if (IsWaiting)
            Close(CareRequestState.Granted, arrival);
        return null;
    }

    private void Close(CareRequestState state, CareArrival arrival)
    {
        (State, DueOn, AnsweredBy) = (state, null, arrival.MessageId);
        Version++;
    }
}
