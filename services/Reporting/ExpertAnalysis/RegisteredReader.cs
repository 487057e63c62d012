using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>Divides the cases that were registered in a year by age and by group of municipalities.</summary>
internal sealed class RegisteredReader(ReportingDbContext db, CaseGroupReader groupReader, HiddenCells hidden, TimeProvider time)
{
    private const string Untold = "untold";
    private const string Elsewhere = "elsewhere";

    private static readonly string[] s_ages = ["0_to_3", "4_to_11", "12_to_17", "18_and_over", Untold];

    /// <summary>The figures of a year.</summary>
    /// <param name="steps">All steps of all cases.</param>
    /// <param name="municipalityOf">The municipality that is responsible for each case now.</param>
    /// <param name="year">Code of the year.</param>
    /// <param name="hiddenYears">Years of which the number of registered cases is not shown to this audience.</param>
    /// <param name="protection">What this audience may see.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<YearFigure>> ReadAsync(
        IReadOnlyList<ProjectedCaseStep> steps, IReadOnlyDictionary<Guid, string> municipalityOf, string year, IReadOnlySet<string> hiddenYears, Protection protection, CancellationToken ct)
    {
        var groups = await groupReader.ReadAsync(time.DutchToday(), ct);
        // As the half-years count: a case once for each of them.
        var registered = steps.Where(step => step.State == HalfYearCounts.Registered)
            .DistinctBy(step => (step.CaseId, HalfYear.Of(step.OccurredAt)))
            .Select(step => new Registered(HalfYearCounts.YearOf(HalfYear.Of(step.OccurredAt).Code), step.AgeClass ?? Untold, municipalityOf.GetValueOrDefault(step.CaseId, "")))
            .ToList();
        var years = registered.Select(one => one.Year).Append(year).Distinct().ToList();
        string[] codes = [.. groups.Ids, Elsewhere];
        var owners = registered.Select(one => one.MunicipalityId).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        var guarded = protection.Threshold > 0 && await AreGroupsHiddenAsync(groups, protection, ct);
        return
        [
            .. Figures(HalfYearCounts.AgePrefix, s_ages, one => one.Age, isHidden: false),
            .. Figures(HalfYearCounts.GroupPrefix, codes, one => groups.Of(one.MunicipalityId), guarded),
        ];

        IEnumerable<YearFigure> Figures(string prefix, string[] order, Func<Registered, string> partOf, bool isHidden)
        {
            List<YearPart> Parts(IEnumerable<Registered> of)
            {
                var counted = of.CountBy(one => (one.Year, partOf(one))).ToDictionary();
                return [.. from counting in years from code in order select new YearPart(counting, code, counted.GetValueOrDefault((counting, code)))];
            }

            var parts = Parts(registered);
            var secret = YearBreakdown.Hidden(parts, [.. owners.Select(own => Parts(registered.Where(one => one.MunicipalityId != own)))], hiddenYears, protection, hidden.OfAll);
            return order.Select(code => isHidden || secret.Contains((year, code))
                ? YearFigure.NotShown(prefix + code)
                : new YearFigure(prefix + code, parts.Single(part => part.Year == year && part.Part == code).Cases, IsHidden: false));
        }
    }

    /// <summary>Whether the monitor, as it hides without groups, leaves no room for their numbers: it does not hide more for their sake.</summary>
    private async Task<bool> AreGroupsHiddenAsync(CaseGroups groups, Protection protection, CancellationToken ct)
    {
        // As the monitor makes it, so that the same is hidden.
        var counts = await db.Set<ProjectedCase>().Where(c => groups.Region.Contains(c.MunicipalityId)).GroupBy(c => new { c.MunicipalityId, c.State }).Select(g => new CaseCell(g.Key.MunicipalityId, g.Key.State, g.LongCount())).ToListAsync(ct);
        var beside = hidden.OfAll(CaseCells.Of(counts, groups.Region, groups), protection);
        return !beside.IsSubsetOf(hidden.OfAll(CaseCells.Of(counts, groups.Region), protection));
    }

    /// <summary>A case that was registered in a year.</summary>
    private sealed record Registered(string Year, string Age, string MunicipalityId);
}
