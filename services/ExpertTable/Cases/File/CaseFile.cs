using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Cases;

/// <summary>A case with what is written in its file, opened for one reader.</summary>
internal sealed class CaseFile(Case subject, IReadOnlyList<WrittenEntry> entries, IReadOnlyList<Transition> moves)
{
    /// <summary>As much of the file as the view shows.</summary>
    public V1.Case ToProto(CaseView view, DateTimeOffset now)
    {
        var message = subject.ToOutline();
        message.Steps.AddRange(CasePath.Of(subject, moves, now).ToProto());
        if (view == CaseView.Outline)
            return message;

        message.Question = All<QuestionAsked>().First().Content.Question;
        message.Analyses.AddRange(All<AnalysisRecorded>().Select(a => ToProto(a.Entry, a.Content, view != CaseView.Municipality)));
        message.Purchases.Clear();
        if (view == CaseView.Guest)
            return message;

        message.Advice = InRound<AdviceGiven>() is { } advice ? ToProto(advice.Entry, advice.Content) : null;
        message.Decision = InRound<Decided>() is { } decision ? ToProto(decision.Entry, decision.Content) : null;
        message.CaseReturn = InRound<SentBack>() is { } sent ? ToProto(sent.Content) : null;
        if (view == CaseView.Package)
            return message;

        message.Purchases.AddRange(subject.Purchases.OrderBy(p => p.Id).Select(p => CaseMapping.ToProto(p, texts: true)));
        message.Outcome = InRound<OutcomeRecorded>() is { } outcome ? ToProto(outcome.Content) : null;
        message.Records.AddRange(entries.Select(CaseRecords.Of).OfType<V1.CaseRecord>());
        return message;
    }

    private IEnumerable<(WrittenEntry Entry, T Content)> All<T>()
        where T : EntryContent => entries.Where(e => e.Content is T).Select(e => (e, (T)e.Content));

    private (WrittenEntry Entry, T Content)? InRound<T>()
        where T : EntryContent => All<T>().Where(e => e.Entry.Round == subject.Round).Select(e => ((WrittenEntry, T)?)e).LastOrDefault();

    private static V1.Analysis ToProto(WrittenEntry entry, AnalysisRecorded analysis, bool texts) => new()
    {
        Version = analysis.Number,
        Author = entry.By,
        Text = texts ? analysis.Text : "",
        CreateTime = entry.At.ToProto(),
        Round = entry.Round,
        Sections = texts && analysis.Sections is { } parts
            ? new() { Situation = parts.Situation, Factors = parts.Factors, Strengths = parts.Strengths, Explanation = parts.Explanation, Needs = parts.Needs }
            : null,
    };

    private static V1.Advice ToProto(WrittenEntry entry, AdviceGiven advice) =>
        new()
        {
            Text = advice.Text,
            Dissent = advice.Dissent,
            Options = { advice.Options },
            CreateTime = entry.At.ToProto(),
            SittingId = advice.SittingId?.ToString("D") ?? "",
            Dissenters = { advice.Dissenters },
        };

    private static V1.Decision ToProto(WrittenEntry entry, Decided decision) => new()
    {
        FollowsAdvice = decision.FollowsAdvice,
        Reason = decision.Reason,
        Decider = decision.Decider.ToProto<V1.DeciderKind>(),
        CreateTime = entry.At.ToProto(),
    };

    private static V1.CaseReturn ToProto(SentBack sent) => new() { Receiver = sent.Receiver, NextStep = sent.NextStep };

    private static V1.CaseOutcome ToProto(OutcomeRecorded outcome) => new()
    {
        Result = outcome.Result.ToProto<V1.OutcomeResult>(),
        CareForm = outcome.CareForm,
        Bottlenecks = { outcome.Bottlenecks.Select(b => b.ToProto<V1.Bottleneck>()) },
        Remarks = outcome.Remarks,
    };
}
