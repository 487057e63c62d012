using Google.Protobuf.WellKnownTypes;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Cases;

/// <summary>What a list shows of a case, read without its texts.</summary>
internal sealed record CaseOutline(
    Guid Id,
    Guid SubjectPseudonym,
    string MunicipalityId,
    CaseState State,
    DateOnly? SittingDate,
    long Version,
    DateTimeOffset RegisteredAt,
    int Round,
    TriageWaiver? TriageWaiver,
    string? Lead,
    ClockStopReason? ClockStop,
    int Analyses,
    Guid? GuideId,
    Guid? CareBrokerId,
    DateTimeOffset? WaitingSince,
    Guid? SittingId,
    DateTimeOffset? HeldSince,
    string? Chair);

/// <summary>From cases to their messages.</summary>
internal static class CaseMapping
{
    public static IQueryable<CaseOutline> Outlines(this IQueryable<Case> cases) => cases.Select(c => new CaseOutline(
        c.Id, c.SubjectPseudonym, c.MunicipalityId, c.State, c.SittingDate, c.Version, c.RegisteredAt, c.Round, c.TriageWaiver, c.Lead, c.ClockStop, c.Analyses,
        c.GuideId, c.CareBrokerId, c.WaitingSince, c.SittingId, c.HeldSince, c.Chair));

    public static V1.Case ToProto(this CaseOutline outline) => new()
    {
        Id = outline.Id.ToString("D"),
        SubjectPseudonym = outline.SubjectPseudonym.ToString("D"),
        MunicipalityId = outline.MunicipalityId,
        State = outline.State.ToProto<V1.CaseState>(),
        SittingDate = outline.SittingDate?.ToProto(),
        Etag = Etag.Of(outline.Version),
        CreateTime = outline.RegisteredAt.ToProto(),
        Round = outline.Round,
        TriageWaiver = outline.TriageWaiver?.ToProto<V1.TriageWaiver>() ?? V1.TriageWaiver.Unspecified,
        Chair = outline.Chair ?? "",
        Lead = outline.Lead ?? "",
        LeadMissing = outline.Lead is null && Case.IsOpen(outline.State),
        ClockStop = outline.ClockStop?.ToProto<V1.ClockStopReason>() ?? V1.ClockStopReason.Unspecified,
        AnalysisCount = outline.Analyses,
        GuideId = outline.GuideId?.ToString("D") ?? "",
        CareBrokerId = outline.CareBrokerId?.ToString("D") ?? "",
        Held = outline.HeldSince is not null,
        SittingId = outline.SittingId?.ToString("D") ?? "",
        WaitingSinceTime = outline.WaitingSince?.ToProto(),
    };

    /// <summary>The case without its texts: the answer to a change.</summary>
    public static V1.Case ToOutline(this Case file)
    {
        var message = new CaseOutline(
            file.Id, file.SubjectPseudonym, file.MunicipalityId, file.State, file.SittingDate, file.Version, file.RegisteredAt,
            file.Round, file.TriageWaiver, file.Lead, file.ClockStop, file.Analyses, file.GuideId, file.CareBrokerId, file.WaitingSince, file.SittingId, file.HeldSince, file.Chair).ToProto();
        message.SiblingPseudonyms.AddRange(file.Siblings.Select(s => s.Pseudonym.ToString("D")));
        message.Purchases.AddRange(file.Purchases.OrderBy(p => p.Id).Select(p => ToProto(p, texts: false)));
        return message;
    }

    public static V1.CasePurchase ToProto(Purchase purchase, bool texts) => new()
    {
        Id = purchase.Id.ToString("D"),
        ProductId = purchase.ProductId,
        State = purchase.State.ToProto<V1.CasePurchaseState>(),
        Reason = texts ? purchase.Reason : "",
        ContractLineId = purchase.ContractLineId?.ToString("D") ?? "",
    };

    public static IEnumerable<V1.CaseStep> ToProto(this IEnumerable<Step> steps) => steps.Select(step => new V1.CaseStep
    {
        State = step.State.ToProto<V1.CaseState>(),
        Round = step.Round,
        StartTime = step.StartedAt.ToProto(),
        EndTime = step.EndedAt?.ToProto(),
        Elapsed = Duration.FromTimeSpan(step.Elapsed),
        Stopped = Duration.FromTimeSpan(step.Stopped),
    });

    public static AnalysisSections ToDomain(this V1.AnalysisSections sections) => new()
    {
        Situation = sections.Situation,
        Factors = sections.Factors,
        Strengths = sections.Strengths,
        Explanation = sections.Explanation,
        Needs = sections.Needs,
    };
}
