using Regio.Messages.ExpertTable.V1;
using Regio.Messages.Procurement.V1;

namespace Regio.Reporting.Tests;

/// <summary>The events that Procurement and the expert table publish.</summary>
internal static class Care
{
    public static readonly Guid Yorneo = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000aa");

    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(56);

    private static readonly string[] States = ["registered", "accepted", "scheduled", "advised", "decided"];

    public static ContractSigned Signed(Guid id, long version, params SignedLine[] lines) => new()
    {
        ContractId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddMinutes(version),
        ProviderId = Yorneo,
        ProviderName = "Yorneo",
        ValidFrom = new DateOnly(2020, 1, 1),
        Lines = lines,
    };

    public static SignedLine Line(string buyer, int level, long tariffCents, string? exception = null, DateOnly? until = null) => new()
    {
        LineId = Guid.CreateVersion7(),
        ProductId = "product",
        Level = level,
        BuyerId = buyer,
        TariffCents = tariffCents,
        Unit = "hour",
        ScaleException = exception,
        ValidFrom = new DateOnly(2020, 1, 1),
        ValidUntil = until,
    };

    public static ContractTerminated Terminated(Guid id, long version, DateOnly end) =>
        new() { ContractId = id, AggregateVersion = version, OccurredAt = Start.AddMinutes(version), EndDate = end };

    public static CaseOutcomeRecorded Outcome(Guid id, long version, string result, params string[] bottlenecks) => new()
    {
        CaseId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddDays(version),
        MunicipalityId = "GM0106",
        Round = 1,
        Result = result,
        CareForm = "",
        Bottlenecks = bottlenecks,
    };

    public static ConsultationHeld Consultation(Guid id, DateOnly heldOn, string outcome) => new()
    {
        ConsultationId = id,
        AggregateVersion = 1,
        OccurredAt = Start,
        HeldOn = heldOn,
        Asker = "school",
        Outcome = outcome,
        Bottlenecks = [],
    };

    public static ContractAmended Amended(Guid id, long version, params SignedLine[] lines) => new()
    {
        ContractId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddMinutes(version),
        AddendumNumber = 1,
        Kind = "change",
        EffectiveOn = new DateOnly(2026, 1, 1),
        ValidFrom = new DateOnly(2020, 1, 1),
        ValidUntil = new DateOnly(2032, 1, 1),
        Lines = lines,
    };

    /// <summary>A ceiling of 1,000 euros for the year 2026.</summary>
    public static CeilingChanged Ceiling(Guid id, Guid contractId, long version, string state, long countedCents) => new()
    {
        CeilingId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddMinutes(version),
        ContractId = contractId,
        ProviderId = Yorneo,
        State = state,
        AmountCents = 1_000_00,
        CountedCents = countedCents,
        ValidFrom = new DateOnly(2026, 1, 1),
        ValidUntil = new DateOnly(2027, 1, 1),
        MeetingDueOn = state == "warned" ? new DateOnly(2026, 6, 15) : null,
    };

    public static ClientStopRecorded Stop(Guid id, long version, DateOnly from, DateOnly? until, string? product = null) => new()
    {
        ClientStopId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddMinutes(version),
        ProviderId = Yorneo,
        ProductId = product,
        IsPartial = product is not null,
        Declarer = "provider",
        AnnouncedLate = true,
        ValidFrom = from,
        ValidUntil = until,
    };

    public static CaseStateChanged Escalated(Guid id, long version, string? target, int day = 5) => new()
    {
        CaseId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddDays(day),
        MunicipalityId = "GM0114",
        State = "escalated",
        PreviousState = "stuck",
        EscalationTarget = target,
    };

    public static CaseStateChanged Stuck(Guid id, string municipality, long version, int day, params string[]? on) => new()
    {
        CaseId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddDays(day),
        MunicipalityId = municipality,
        State = "stuck",
        PreviousState = "in_execution",
        Bottlenecks = on,
    };

    public static CaseHandedOver HandedOver(Guid id, long version, string from, string to) => new()
    {
        CaseId = id,
        AggregateVersion = version,
        OccurredAt = Start.AddDays(version),
        MunicipalityId = to,
        PreviousMunicipalityId = from,
        ResponsibleFrom = DateOnly.FromDateTime(Start.UtcDateTime),
        State = "escalated",
    };

    /// <summary>A case from its registration to the step of this number, from 1 to 5.</summary>
    public static IEnumerable<CaseStateChanged> Case(Guid id, string municipality, int steps, string? age = null) => Enumerable.Range(0, steps).Select(step => new CaseStateChanged
    {
        CaseId = id,
        AggregateVersion = step + 1,
        OccurredAt = Start.AddDays(step),
        MunicipalityId = municipality,
        State = States[step],
        PreviousState = step == 0 ? null : States[step - 1],
        AgeClass = step == 0 ? age : null,
    });
}
