using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Trajectories;

/// <summary>
/// Counts trajectories, each number by itself, so that they can be held against each other. What is counted by the usual limits
/// is kept by municipality and year, and counted anew where something of that municipality and year has changed since.
/// </summary>
internal sealed class TrajectoryReader(ReportingDbContext db)
{
    public Task<bool> KnowsAsync(string municipalityId, CancellationToken ct) => db.Set<ProjectedMunicipality>().AnyAsync(municipality => municipality.Id == municipalityId, ct);

    /// <summary>The numbers of a year by municipality, level and stay, and all of them together.</summary>
    public async Task<TrajectoryYear> CountAsync(CountedYear year, string? municipalityId, TrajectoryLimits limits, CancellationToken ct)
    {
        var counted = limits == TrajectoryLimits.Usual ? await KeptAsync(year, municipalityId, ct) : await CountedAsync(year, municipalityId, limits, ct);
        List<TrajectoryRow> rows = [.. counted.OrderBy(one => one.MunicipalityId, StringComparer.Ordinal).SelectMany(RowsOf)];
        return new(rows, TrajectoryCounts.Sum([.. rows.Select(row => row.Counts)], Distinct(counted, one => one.YouthsBegin), Distinct(counted, one => one.YouthsEnd)));
    }

    private async Task<IReadOnlyList<CountedTrajectories>> KeptAsync(CountedYear year, string? municipalityId, CancellationToken ct)
    {
        // What has changed is read in the same statement, and so of the same moment, as what is counted.
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into trajectory_count (year, municipality_id, until, changes, figures, youths_begin, youths_end)
             select {year.From.Year}, stale.municipality_id, {year.Until}, stale.changes, counted.figures, counted.youths_begin, counted.youths_end
             from (
                 select municipality_id, coalesce(sum(changes) filter (where year = {year.From.Year}), 0)::bigint as changes
                 from trajectory_change
                 where year <= {year.From.Year} and ({municipalityId}::text is null or municipality_id = {municipalityId}::text)
                 group by municipality_id) stale
             left join trajectory_count known on known.year = {year.From.Year} and known.municipality_id = stale.municipality_id
             cross join lateral count_trajectories(stale.municipality_id, {year.From}, {year.Until}, {TrajectoryLimits.Usual.LongMonths}, {TrajectoryLimits.Usual.ExpensiveCents}) counted
             where known.changes is distinct from stale.changes or known.until <> {year.Until}
             order by stale.municipality_id
             on conflict (year, municipality_id) do update set
                 until = excluded.until, changes = excluded.changes, figures = excluded.figures, youths_begin = excluded.youths_begin, youths_end = excluded.youths_end
             """,
            ct);
        return await db.Set<CountedTrajectories>().AsNoTracking()
            .Where(counted => counted.Year == year.From.Year && (municipalityId == null || counted.MunicipalityId == municipalityId)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<CountedTrajectories>> CountedAsync(CountedYear year, string? municipalityId, TrajectoryLimits limits, CancellationToken ct) =>
        await db.Set<CountedTrajectories>().FromSql(
            $"""
             select {year.From.Year} as year, municipality.id as municipality_id, {year.Until} as until, 0::bigint as changes, counted.figures, counted.youths_begin, counted.youths_end
             from (
                 select distinct municipality_id as id from trajectory_change
                 where year <= {year.From.Year} and ({municipalityId}::text is null or municipality_id = {municipalityId}::text)) municipality
             cross join lateral count_trajectories(municipality.id, {year.From}, {year.Until}, {limits.LongMonths}, {limits.ExpensiveCents}) counted
             """).AsNoTracking().ToListAsync(ct);

    private static IEnumerable<TrajectoryRow> RowsOf(CountedTrajectories counted) =>
        JsonSerializer.Deserialize<IReadOnlyList<Row>>(counted.Figures, JsonSerializerOptions.Web)!.Select(row => new TrajectoryRow(
            counted.MunicipalityId, row.Level, row.Stay,
            new(row.Begin, row.In, row.Out, row.End, row.YouthsBegin, row.YouthsEnd, row.Long, row.Expensive, row.Both, row.Cents),
            row.Youths));

    private static int Distinct(IReadOnlyCollection<CountedTrajectories> counted, Func<CountedTrajectories, byte[]> youths)
    {
        const int Size = 16;
        var seen = new HashSet<Guid>(counted.Sum(one => youths(one).Length / Size));
        foreach (var one in counted)
        {
            var all = youths(one).AsSpan();
            for (var at = 0; at < all.Length; at += Size)
                seen.Add(new Guid(all.Slice(at, Size), bigEndian: true));
        }

        return seen.Count;
    }

    /// <summary>A row as the function of the database writes it.</summary>
    private sealed record Row(
        int Level, bool? Stay, long Begin, long In, long Out, long End, long YouthsBegin, long YouthsEnd, long Long, long Expensive, long Both, long Youths, long Cents);
}
