using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>Counts the cases of the expert table by half-year, for the region as a whole: of a municipality there are too few.</summary>
internal sealed class HalfYearReader(ReportingDbContext db, PolicyReader policies, HiddenCells hidden, ProgressReader progress, RegisteredReader registered, TimeProvider time)
{
    private static readonly string[] Steps = ["registered", "returned", "accepted", "decided", "stuck", "escalated", "closed"];
    private const string Untold = "untold";
    private static readonly string[] Targets = ["jenn", "pc_noord", "supra_regional", Untold];
    private static readonly string[] Results = ["reached", "partly", "not_reached"];
    private static readonly string[] Bottlenecks = ["no_supply", "waiting", "tariff_or_contract", "law", "cooperation", "safety"];
    private static readonly string[] StuckOn = [.. Bottlenecks, Untold];
    private static readonly string[] Consultations = ["advised", "referred", "to_register"];

    public async Task<HalfYearView> ReadAsync(HalfYear halfYear, Viewer viewer, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var protection = await policies.ForAsync(viewer.Audience, ct);
        var told = await ToldAsync(ct);
        var counts = Counts(told, [halfYear]);
        var secret = Hidden(told, counts, protection);
        return new HalfYearView
        {
            HalfYear = halfYear,
            Counts = [.. counts.Where(count => count.HalfYear == halfYear.Code).Select(count => new AnalysedCount(count.Kind, secret.Contains((count.HalfYear, count.Kind)) ? null : count.Cases))],
            Times = StateTimes.Of(told.Steps, halfYear, protection.Threshold),
            Threshold = protection.Threshold,
            IsOver = halfYear.Until <= time.GetUtcNow(),
            LastEventAt = (await progress.ReadAsync(ct)).Single(p => p.Publisher == "experttable").LastEventAt,
        };
    }

    /// <summary>The numbers of a year, which are those of its half-years together, and how long it took.</summary>
    public async Task<ExpertYearView> ReadYearAsync(int year, Viewer viewer, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var protection = await policies.ForAsync(viewer.Audience, ct);
        var told = await ToldAsync(ct);
        var (first, second) = (new HalfYear(year, 1), new HalfYear(year, 2));
        var counts = Counts(told, [first, second]);
        var secret = Hidden(told, counts, protection);
        var code = HalfYearCounts.YearOf(first.Code);
        var hiddenYears = secret.Where(cell => cell.Kind == HalfYearCounts.Registered).Select(cell => cell.Period).ToHashSet(StringComparer.Ordinal);
        return new ExpertYearView
        {
            Year = year,
            Figures =
            [
                .. counts.Where(count => HalfYearCounts.YearOf(count.HalfYear) == code).GroupBy(count => count.Kind, StringComparer.Ordinal)
                    .Select(kind => secret.Contains((code, kind.Key)) ? YearFigure.NotShown(kind.Key) : new YearFigure(kind.Key, kind.Sum(count => count.Cases), IsHidden: false)),
                .. await registered.ReadAsync(told.Steps, told.MunicipalityOf, code, hiddenYears, protection, ct),
                .. ExpertYearView.Durations.Select(duration => Duration(told.Steps, duration, first.From, second.Until, protection.Threshold)),
            ],
            Threshold = protection.Threshold,
            IsOver = second.Until <= time.GetUtcNow(),
        };
    }

    /// <summary>What cases got stuck on in all half-years together, by code; a case counts once for each half-year in which it got stuck on it.</summary>
    public async Task<IReadOnlyList<StuckCountView>> ReadStuckAsync(Protection protection, CancellationToken ct)
    {
        // One table with the pages of the half-years: what is hidden there must not follow from here.
        var told = await ToldAsync(ct);
        var counts = Counts(told, []);
        var secret = Hidden(told, counts, protection);
        return
        [
            .. from code in StuckOn
               let kind = HalfYearCounts.StuckOnPrefix + code
               let cases = counts.Where(count => count.Kind == kind).Sum(count => count.Cases)
               select new StuckCountView(code, secret.Contains((HalfYearCounts.All, kind)) || (protection.Threshold > 0 && cases == 0) ? null : cases),
        ];
    }

    /// <summary>What may not be shown in the eyes of anybody, and of each municipality, which knows what became of its own cases.</summary>
    private IReadOnlySet<(string Period, string Kind)> Hidden(Told told, List<HalfYearCount> counts, Protection protection)
    {
        var halfYears = counts.Select(count => count.HalfYear).Distinct().Select(code => HalfYear.Parse(code)!).ToList();
        return HalfYearCounts.Hidden(counts, told.Municipalities.Select(own => Counts(told.Without(own), halfYears)), protection, hidden.OfAll);
    }

    /// <summary>The time from registration to the first step into a state, of cases whose first one lies in the period.</summary>
    private static YearFigure Duration(IReadOnlyList<ProjectedCaseStep> steps, YearDuration duration, DateTimeOffset start, DateTimeOffset end, int threshold)
    {
        var days = (from file in steps.GroupBy(step => step.CaseId)
                    let registered = file.FirstOrDefault(step => step.State == "registered")
                    let reached = file.FirstOrDefault(step => step.State == duration.State)
                    where registered is not null && reached is not null && reached.OccurredAt >= start && reached.OccurredAt < end
                    select (decimal)(reached.OccurredAt - registered.OccurredAt).TotalDays).Order().ToList();
        if (days.Count < threshold)
            return YearFigure.NotShown(duration.Kind);
        return new(duration.Kind, days.Count == 0 ? null : Math.Round(StateTimes.Median(days), 1), IsHidden: false);
    }

    /// <summary>Every half-year there is, and those that are asked for, with every kind: a zero is a number too.</summary>
    private static List<HalfYearCount> Counts(Told told, IEnumerable<HalfYear> asked)
    {
        var stepped = told.Steps.GroupBy(step => (HalfYear.Of(step.OccurredAt).Code, step.State)).ToDictionary(group => group.Key, group => group.Select(step => step.CaseId).Distinct().LongCount());
        // Each case once, so that the wider tables add up to what was escalated.
        var targets = told.Steps.Where(step => step.State == HalfYearCounts.Escalated).GroupBy(step => (HalfYear.Of(step.OccurredAt).Code, step.CaseId))
            .ToLookup(file => file.Key.Code, file => file.MinBy(step => step.Version)!.EscalationTarget ?? Untold, StringComparer.Ordinal);
        // However often a case was reported stuck in a half-year, it counts once for each code. Untold: no report of it names any.
        var stuck = told.Steps.Where(step => step.State == HalfYearCounts.Stuck).GroupBy(step => (HalfYear.Of(step.OccurredAt).Code, step.CaseId))
            .SelectMany(file => file.SelectMany(step => step.Bottlenecks ?? []).DefaultIfEmpty(Untold).Distinct(), (file, cause) => (file.Key.Code, Cause: cause))
            .CountBy(counted => counted).ToDictionary(counted => counted.Key, counted => (long)counted.Value);
        var ended = told.Outcomes.ToLookup(outcome => HalfYear.Of(outcome.OccurredAt).Code, StringComparer.Ordinal);
        var held = told.Consultations.ToLookup(consultation => HalfYear.Of(consultation.HeldOn).Code, StringComparer.Ordinal);
        var halfYears = stepped.Keys.Select(key => key.Code).Concat(ended.Select(group => group.Key)).Concat(held.Select(group => group.Key)).Concat(asked.Select(halfYear => halfYear.Code)).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. from code in halfYears
               from count in Steps.Select(step => new HalfYearCount(code, step, stepped.GetValueOrDefault((code, step))))
                   .Concat(Targets.Select(target => new HalfYearCount(code, HalfYearCounts.EscalatedPrefix + target, targets[code].LongCount(t => t == target))))
                   .Concat(StuckOn.Select(cause => new HalfYearCount(code, HalfYearCounts.StuckOnPrefix + cause, stuck.GetValueOrDefault((code, cause)))))
                   .Append(new(code, HalfYearCounts.Outcomes, ended[code].LongCount()))
                   .Concat(Results.Select(result => new HalfYearCount(code, HalfYearCounts.ResultPrefix + result, ended[code].LongCount(o => o.Result == result))))
                   .Concat(Bottlenecks.Select(bottleneck => new HalfYearCount(code, HalfYearCounts.BottleneckPrefix + bottleneck, ended[code].LongCount(o => o.Bottlenecks.Contains(bottleneck)))))
                   .Concat(Consultations.Select(outcome => new HalfYearCount(code, HalfYearCounts.ConsultationPrefix + outcome, held[code].LongCount(c => c.Outcome == outcome))))
               select count,
        ];
    }

    private async Task<Told> ToldAsync(CancellationToken ct) => new(
        await db.Set<ProjectedCaseStep>().AsNoTracking().OrderBy(step => step.CaseId).ThenBy(step => step.Version).ToListAsync(ct),
        await db.Set<ProjectedCaseOutcome>().AsNoTracking().ToListAsync(ct),
        await db.Set<ProjectedConsultation>().AsNoTracking().ToListAsync(ct),
        await db.Set<ProjectedCase>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.MunicipalityId, ct));

    /// <summary>All that the expert table told.</summary>
    private sealed record Told(
        IReadOnlyList<ProjectedCaseStep> Steps, IReadOnlyList<ProjectedCaseOutcome> Outcomes, IReadOnlyList<ProjectedConsultation> Consultations,
        IReadOnlyDictionary<Guid, string> MunicipalityOf)
    {
        /// <summary>The municipalities that have cases.</summary>
        public IEnumerable<string> Municipalities => MunicipalityOf.Values.Concat(Outcomes.Select(outcome => outcome.MunicipalityId)).Distinct().Order(StringComparer.Ordinal);

        /// <summary>What was told of the cases of others. A consultation is anonymous: nobody knows it as its own.</summary>
        public Told Without(string municipalityId) => this with
        {
            Steps = [.. Steps.Where(step => MunicipalityOf.GetValueOrDefault(step.CaseId) != municipalityId)],
            Outcomes = [.. Outcomes.Where(outcome => outcome.MunicipalityId != municipalityId && MunicipalityOf.GetValueOrDefault(outcome.CaseId) != municipalityId)],
        };
    }
}
