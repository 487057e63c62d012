using Google.Protobuf.WellKnownTypes;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>Between analyses and their messages.</summary>
internal static class ThreadMapping
{
    // Those whom the monitor shows every number too; a count of this table beside one of the monitor would tell what it hides.
    private static readonly string[] s_regional = [Roles.Regiomanager, Roles.PolicyAdviser, Roles.TableChair];

    public static ThreadDecision ToDomain(this V1.ThreadDecision decision) => new(
        decision.DecidedDate.ToDateOnly(),
        decision.DecidedBy.Trim(),
        [.. decision.Measures.Select((measure, i) => new ThreadMeasure { Number = i + 1, What = measure.What.Trim(), Owner = measure.Owner.Trim(), DueOn = measure.DueDate.ToDateOnly() })]);

    /// <summary>The whole of it, with counts for who works for the region as a whole.</summary>
    public static V1.ThreadAnalysis ToProto(this ThreadAnalysis analysis, Caller caller, DateOnly today)
    {
        var message = analysis.ToOutline(today);
        var shown = caller.Municipality is null && caller.Roles.Overlaps(s_regional);
        message.Drafts.AddRange(analysis.Drafts.Select(draft => draft.ToProto(shown)));
        return message;
    }

    public static V1.ThreadAnalysis ToOutline(this ThreadAnalysis analysis, DateOnly today)
    {
        var message = new V1.ThreadAnalysis
        {
            Id = analysis.Id.ToString("D"),
            HalfYear = analysis.HalfYear.Code,
            State = analysis.State.ToProto<V1.ThreadAnalysisState>(),
            EstablishedBy = analysis.EstablishedBy ?? "",
            EstablishTime = analysis.EstablishedAt?.ToTimestamp(),
            CheckDueDate = analysis.CheckDueOn?.ToProto(),
            CheckOverdue = analysis.IsCheckOverdue(today),
            Etag = Etag.Of(analysis.Version),
        };
        if (analysis.DecidedOn is { } decided)
        {
            message.Decision = new V1.ThreadDecision { DecidedDate = decided.ToProto(), DecidedBy = analysis.DecidedBy };
            message.Decision.Measures.AddRange(analysis.Measures.Select(m => new V1.ThreadMeasure { What = m.What, Owner = m.Owner, DueDate = m.DueOn.ToProto() }));
        }

        message.Checks.AddRange(analysis.Checks.Select(check => new V1.ThreadCheck
        {
            Number = check.Number,
            CheckedDate = check.CheckedOn.ToProto(),
            Outcome = check.Outcome.ToProto<V1.ThreadCheckOutcome>(),
            Explanation = check.Explanation,
            RecordedBy = check.RecordedBy,
            RecordTime = check.RecordedAt.ToTimestamp(),
        }));
        return message;
    }

    private static V1.ThreadDraft ToProto(this ThreadDraft draft, bool shown)
    {
        var message = new V1.ThreadDraft
        {
            Number = draft.Number, Text = draft.Text, DrawnBy = draft.DrawnBy, DrawTime = draft.DrawnAt.ToTimestamp(), CountsHidden = !shown,
        };
        if (!shown)
            return message;
        (message.OutcomeCount, message.ConsultationCount, message.StuckCount) = (draft.Outcomes, draft.Consultations, draft.Stuck);
        message.Counts.AddRange(draft.Counts.OrderBy(count => count.Bottleneck).Select(count => new V1.ThreadCount
        {
            Bottleneck = count.Bottleneck.ToProto<V1.Bottleneck>(), OutcomeCount = count.Outcomes, ConsultationCount = count.Consultations, StuckCount = count.Stuck,
        }));
        return message;
    }
}
