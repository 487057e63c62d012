using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>Counts the cases of the expert table by half-year, for the region as a whole: of a municipality there are too few.</summary>
internal sealed class HalfYearReader(ReportingDbContext db, PolicyReader policies, HiddenCells hidden, ProgressReader progress, TimeProvider time)
{
    private static readonly string[] Steps = ["registered", "returned", "accepted", "decided", "stuck", "escalated", "closed"];
    private static readonly string[] Results = ["reached", "partly", "not_reached"];
    private static readonly string[] Bottlenecks = ["no_supply", "waiting", "tariff_or_contract", "law", "cooperation", "safety"];

    private static readonly string[] Consultations = ["advised", "referred", "to_register"];

    public async Task<HalfYearView> ReadAsync(HalfYear halfYear, Viewer viewer, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var protection = await policies.ForAsync(viewer.Audience, ct);
        var steps = await db.Set<ProjectedCaseStep>().AsNoTracking().OrderBy(step => step.CaseId).ThenBy(step => step.Version).ToListAsync(ct);
        var outcomes = await db.Set<ProjectedCaseOutcome>().AsNoTracking().ToListAsync(ct);
        var consultations = await db.Set<ProjectedConsultation>().AsNoTracking().ToListAsync(ct);
        var counts = Counts(steps, outcomes, consultations, halfYear);
        var secret = HalfYearCounts.Hidden(counts, protection, hidden.Of);
        return new HalfYearView
        {
            HalfYear = halfYear,
            Counts = [.. counts.Where(count => count.HalfYear == halfYear.Code).Select(count => new AnalysedCount(count.Kind, secret.Contains((count.HalfYear, count.Kind)) ? null : count.Cases))],
            Times = Times(steps, halfYear, protection.Threshold),
            Threshold = protection.Threshold,
            IsOver = halfYear.Until <= time.GetUtcNow(),
            LastEventAt = (await progress.ReadAsync(ct)).Single(p => p.Publisher == "experttable").LastEventAt,
        };
    }

    /// <summary>Every half-year there is, and the one that is asked for, with every kind: a zero is a number too.</summary>
    private static List<HalfYearCount> Counts(
        IReadOnlyList<ProjectedCaseStep> steps, IReadOnlyList<ProjectedCaseOutcome> outcomes, IReadOnlyList<ProjectedConsultation> consultations, HalfYear asked)
    {
        var stepped = steps.GroupBy(step => (HalfYear.Of(step.OccurredAt).Code, step.State)).ToDictionary(group => group.Key, group => group.Select(step => step.CaseId).Distinct().LongCount());
        var ended = outcomes.ToLookup(outcome => HalfYear.Of(outcome.OccurredAt).Code, StringComparer.Ordinal);
        var held = consultations.ToLookup(consultation => HalfYear.Of(consultation.HeldOn).Code, StringComparer.Ordinal);
        var halfYears = stepped.Keys.Select(key => key.Code).Concat(ended.Select(group => group.Key)).Concat(held.Select(group => group.Key)).Append(asked.Code).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. from code in halfYears
               from count in Steps.Select(step => new HalfYearCount(code, step, stepped.GetValueOrDefault((code, step))))
                   .Append(new(code, HalfYearCounts.Outcomes, ended[code].LongCount()))
                   .Concat(Results.Select(result => new HalfYearCount(code, HalfYearCounts.ResultPrefix + result, ended[code].LongCount(o => o.Result == result))))
                   .Concat(Bottlenecks.Select(bottleneck => new HalfYearCount(code, HalfYearCounts.BottleneckPrefix + bottleneck, ended[code].LongCount(o => o.Bottlenecks.Contains(bottleneck)))))
                   .Concat(Consultations.Select(outcome => new HalfYearCount(code, HalfYearCounts.ConsultationPrefix + outcome, held[code].LongCount(c => c.Outcome == outcome))))
               select count,
        ];
    }

    /// <summary>The time from a step to the next one, by the state between them.</summary>
    private static List<TimeInState> Times(IReadOnlyList<ProjectedCaseStep> steps, HalfYear halfYear, int threshold)
    {
        var left = steps.Zip(steps.Skip(1)).Where(pair => pair.First.CaseId == pair.Second.CaseId && pair.Second.Version == pair.First.Version + 1
            && pair.Second.OccurredAt >= halfYear.From && pair.Second.OccurredAt < halfYear.Until);
        return
        [
            .. from pair in left
               group (decimal)(pair.Second.OccurredAt - pair.First.OccurredAt).TotalDays by pair.First.State into state
               let days = state.Order().ToList()
               let shown = days.Count >= threshold
               orderby state.Key
               select new TimeInState(state.Key, shown ? days.Count : null, shown ? Math.Round(Median(days), 1) : null),
        ];
    }

    private static decimal Median(List<decimal> ordered) =>
        ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
}
