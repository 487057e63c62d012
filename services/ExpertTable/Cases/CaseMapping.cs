using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Cases;

/// <summary>What a list shows of a case, read without its texts.</summary>
internal sealed record CaseOutline(
    Guid Id, Guid SubjectPseudonym, string MunicipalityId, CaseState State, DateOnly? SittingDate, long Version, DateTimeOffset RegisteredAt);

/// <summary>From cases to their messages.</summary>
internal static class CaseMapping
{
    public static IQueryable<CaseOutline> Outlines(this IQueryable<Case> cases) => cases.Select(c =>
        new CaseOutline(c.Id, c.SubjectPseudonym, c.MunicipalityId, c.State, c.SittingDate, c.Version, c.RegisteredAt));

    public static V1.Case ToProto(this CaseOutline outline) => new()
    {
        Id = outline.Id.ToString("D"),
        SubjectPseudonym = outline.SubjectPseudonym.ToString("D"),
        MunicipalityId = outline.MunicipalityId,
        State = outline.State.ToProto(),
        SittingDate = outline.SittingDate?.ToProto(),
        Etag = Etag.Of(outline.Version),
        CreateTime = outline.RegisteredAt.ToProto(),
    };

    public static V1.Case ToProto(this Case file, CaseView view)
    {
        var texts = view != CaseView.Outline;
        var message = new CaseOutline(
            file.Id, file.SubjectPseudonym, file.MunicipalityId, file.State, file.SittingDate, file.Version, file.RegisteredAt).ToProto();
        message.Question = texts ? file.Question : "";
        message.Analyses.AddRange(file.Analyses.OrderBy(a => a.Version).Select(a => ToProto(a, view is CaseView.Full or CaseView.Package)));
        message.Advice = file.Advice is null ? null : ToProto(file.Advice, texts);
        message.Decision = file.Decision is null ? null : ToProto(file.Decision, texts);
        message.CaseReturn = file.Return is null || !texts ? null : ToProto(file.Return);
        if (view != CaseView.Package)
            message.Purchases.AddRange(file.Purchases.OrderBy(p => p.Id).Select(p => ToProto(p, texts)));
        return message;
    }

    public static V1.CaseState ToProto(this CaseState state) => state switch
    {
        CaseState.Registered => V1.CaseState.Registered,
        CaseState.Returned => V1.CaseState.Returned,
        CaseState.Accepted => V1.CaseState.Accepted,
        CaseState.Scheduled => V1.CaseState.Scheduled,
        CaseState.Advised => V1.CaseState.Advised,
        CaseState.Decided => V1.CaseState.Decided,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    /// <summary>The state of a request; null when it names none.</summary>
    public static CaseState? ToDomain(this V1.CaseState state) => state switch
    {
        V1.CaseState.Registered => CaseState.Registered,
        V1.CaseState.Returned => CaseState.Returned,
        V1.CaseState.Accepted => CaseState.Accepted,
        V1.CaseState.Scheduled => CaseState.Scheduled,
        V1.CaseState.Advised => CaseState.Advised,
        V1.CaseState.Decided => CaseState.Decided,
        _ => null,
    };

    private static V1.Analysis ToProto(Analysis analysis, bool texts) => new()
    {
        Version = analysis.Version,
        Author = analysis.Author,
        Text = texts ? analysis.Text : "",
        CreateTime = analysis.RecordedAt.ToProto(),
    };

    private static V1.Advice ToProto(Advice advice, bool texts) => new()
    {
        Text = texts ? advice.Text : "",
        Dissent = texts ? advice.Dissent : "",
        CreateTime = advice.GivenAt.ToProto(),
    };

    private static V1.Decision ToProto(Decision decision, bool texts) => new()
    {
        FollowsAdvice = decision.FollowsAdvice,
        Reason = texts ? decision.Reason : "",
        CreateTime = decision.DecidedAt.ToProto(),
    };

    private static V1.CaseReturn ToProto(CaseReturn to) => new() { Receiver = to.Receiver, NextStep = to.NextStep };

    private static V1.CasePurchase ToProto(Purchase purchase, bool texts) => new()
    {
        Id = purchase.Id.ToString("D"),
        ProductId = purchase.ProductId,
        State = purchase.State switch
        {
            PurchaseState.Requested => V1.CasePurchaseState.Requested,
            PurchaseState.Granted => V1.CasePurchaseState.Granted,
            PurchaseState.Refused => V1.CasePurchaseState.Refused,
            _ => throw new ArgumentOutOfRangeException(nameof(purchase), purchase.State, message: null),
        },
        Reason = texts ? purchase.Reason : "",
    };
}
