using Regio.ExpertTable.Actions;
using Regio.ExpertTable.Deciders;
using Regio.ExpertTable.Disclosures;
using Regio.ExpertTable.SubjectRights;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

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
        message.Purchases.Clear();
        if (view.HasFlag(CaseView.Question))
        {
            var question = All<QuestionAsked>().First();
            (message.Question, message.QuestionEntryNumber) = (question.Content.Question, question.Entry.Number);
        }

        if ((view & (CaseView.Analyses | CaseView.Course)) != CaseView.Outline)
            message.Analyses.AddRange(All<AnalysisRecorded>().Select(a => ToProto(a.Entry, a.Content, view.HasFlag(CaseView.Analyses) || IsShared(a.Content))));
        if (view.HasFlag(CaseView.Advice))
            AddAdvice(message);
        if (view.HasFlag(CaseView.Course))
            AddCourse(message, view.HasFlag(CaseView.Texts), now);
        AddRectifications(message, view);
        return message;
    }

    // What was asked and why it was decided so is for who reads the file; what stands beside a text goes where that goes.
    private void AddRectifications(V1.Case message, CaseView view)
    {
        var texts = view.HasFlag(CaseView.Texts);
        message.Rectifications.AddRange(new CaseRectifications(entries).All
            .Select(r => (View: r, Beside: r.IsBeside && Shows(view, r.Asked.Entry)))
            .Where(r => texts || r.Beside).Select(r => r.View.ToProto(r.Beside, texts)));
    }

    private bool Shows(CaseView view, long number) => entries.FirstOrDefault(e => e.Number == number)?.Content switch
    {
        QuestionAsked => view.HasFlag(CaseView.Question),
        AnalysisRecorded analysis => view.HasFlag(CaseView.Analyses) || (view.HasFlag(CaseView.Course) && IsShared(analysis)),
        AdviceGiven or Decided or SentBack => view.HasFlag(CaseView.Advice),
        _ => view.HasFlag(CaseView.Texts),
    };

    private void AddAdvice(V1.Case message)
    {
        message.Advice = InRound<AdviceGiven>() is { } advice ? ToProto(advice.Entry, advice.Content) : null;
        message.Decision = InRound<Decided>() is { } decision ? ToProto(decision.Entry, decision.Content) : null;
        message.CaseReturn = InRound<SentBack>() is { } sent ? ToProto(sent.Entry, sent.Content) : null;
    }

    private void AddCourse(V1.Case message, bool texts, DateTimeOffset now)
    {
        message.Purchases.AddRange(subject.Purchases.OrderBy(p => p.Id).Select(p => CaseMapping.ToProto(p, texts: true)));
        message.Outcome = InRound<OutcomeRecorded>() is { } outcome ? ToProto(outcome.Entry, outcome.Content, texts) : null;
        message.Records.AddRange(entries.Select(entry => CaseRecords.Of(entry, texts)).OfType<V1.CaseRecord>());
        message.Actions.AddRange(new CaseActions(entries).All.Select(action => ToProto(action, texts, DateOnly.FromDateTime(now.InDutchTime().DateTime))));
        message.Disclosures.AddRange(All<Disclosed>().Select(given => DisclosureMapping.ToProto(given.Entry, given.Content)));
        message.Decider = All<DeciderRecorded>().LastOrDefault().Content?.ToProto(subject, texts);
        message.References.AddRange(All<ReferenceRecorded>().Select(reference => ToProto(reference.Content)));
    }

    private bool IsShared(AnalysisRecorded analysis) => All<AnalysisShared>().Any(shared => shared.Content.Number == analysis.Number);

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
        EntryNumber = entry.Number,
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
            EntryNumber = entry.Number,
        };

    private static V1.Decision ToProto(WrittenEntry entry, Decided decision) => new()
    {
        FollowsAdvice = decision.FollowsAdvice,
        Reason = decision.Reason,
        Decider = decision.Decider.ToProto<V1.DeciderKind>(),
        CreateTime = entry.At.ToProto(),
        EntryNumber = entry.Number,
    };

    private static V1.CaseAction ToProto(ActionView action, bool texts, DateOnly day) => new()
    {
        Id = action.Agreed.ActionId.ToString("D"),
        Text = texts ? action.Agreed.Text : "",
        Owner = action.Agreed.Owner,
        DueDate = action.Agreed.Due.ToProto(),
        State = action.On(day).ToProto<V1.ActionState>(),
        Note = texts ? action.Ended?.Note ?? "" : "",
    };

    private static V1.CaseReference ToProto(ReferenceRecorded reference) =>
        new() { Kind = reference.Kind.ToProto<V1.ReferenceKind>(), Reference = reference.Reference, Date = reference.Date.ToProto() };

    private static V1.CaseReturn ToProto(WrittenEntry entry, SentBack sent) => new() { Receiver = sent.Receiver, NextStep = sent.NextStep, EntryNumber = entry.Number };

    private static V1.CaseOutcome ToProto(WrittenEntry entry, OutcomeRecorded outcome, bool texts) => new()
    {
        EntryNumber = entry.Number,
        Result = outcome.Result.ToProto<V1.OutcomeResult>(),
        CareForm = outcome.CareForm,
        Bottlenecks = { outcome.Bottlenecks.Select(b => b.ToProto<V1.Bottleneck>()) },
        Remarks = texts ? outcome.Remarks : "",
    };
}
