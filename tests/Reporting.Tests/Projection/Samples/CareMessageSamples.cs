using Regio.Messages.Procurement.V1;
using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class CareMessageSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        Of(First, "JW301"),
        Of(Second, "JW323", "GM0114", outcome: "refused", Finding("TR318")),
        Of(Third, "", municipality: null, outcome: "unreadable", Finding("IV028")),
    ];

    public static CareMessageReceived Of(Guid id, string kind, string? municipality = "GM0106", string outcome = "taken", params IReadOnlyList<CareMessageFinding> findings) => new()
    {
        CareMessageId = id,
        AggregateVersion = 1,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(56),
        Kind = kind,
        MunicipalityId = municipality,
        ProviderAgbCode = municipality is null ? null : "73000001",
        Outcome = outcome,
        FindingCount = findings.Count,
        AnswerKind = outcome == "unreadable" ? null : "JW302",
        Findings = findings,
    };

    public static CareMessageFinding Finding(string rule, string text = "De periode klopt niet.") =>
        new() { Rule = rule, IsError = true, ReturnCode = "8214", Path = "/Bericht/Declaratie/DeclaratiePeriode", Text = text };
}
