using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Rounds;

/// <summary>Reads decision rounds as anybody may see them: what is still being drafted is nobody's business yet.</summary>
internal sealed class RoundReader(ReportingDbContext db)
{
    private const string Draft = "draft";
    private const int MostRounds = 200;

    /// <summary>The rounds, the one that changed last first.</summary>
    public Task<IReadOnlyList<RoundStory>> ListAsync(CancellationToken ct) =>
        ReadAsync(Public().OrderByDescending(round => round.OccurredAt).ThenBy(round => round.Id).Take(MostRounds), ct);

    /// <summary>The rounds in which bodies of a municipality take part.</summary>
    public Task<IReadOnlyList<RoundStory>> OfMunicipalityAsync(string municipalityId, CancellationToken ct) =>
        ReadAsync(
            Public().Where(round => db.Set<ProjectedRoundBody>().Any(body => body.RoundId == round.Id && body.MunicipalityId == municipalityId))
                .OrderByDescending(round => round.OccurredAt).ThenBy(round => round.Id).Take(MostRounds),
            ct);

    /// <summary>One round; null when there is none that anybody may see.</summary>
    public async Task<RoundStory?> FindAsync(Guid id, CancellationToken ct) => (await ReadAsync(Public().Where(round => round.Id == id), ct)).SingleOrDefault();

    private IQueryable<ProjectedRound> Public() => db.Set<ProjectedRound>().AsNoTracking().Where(round => round.State != Draft);

    private async Task<IReadOnlyList<RoundStory>> ReadAsync(IQueryable<ProjectedRound> wanted, CancellationToken ct)
    {
        var rounds = await wanted.ToListAsync(ct);
        var ids = rounds.Select(round => round.Id).ToList();
        var bodies = await db.Set<ProjectedRoundBody>().AsNoTracking().Where(row => ids.Contains(row.RoundId)).OrderBy(row => row.StepPosition).ThenBy(row => row.Rank).ToListAsync(ct);
        var views = await db.Set<ProjectedRoundView>().AsNoTracking().Where(row => ids.Contains(row.RoundId)).OrderBy(row => row.Number).ToListAsync(ct);
        var remarks = await db.Set<ProjectedRoundRemark>().AsNoTracking().Where(row => ids.Contains(row.RoundId)).OrderBy(row => row.ViewNumber).ThenBy(row => row.Number).ToListAsync(ct);
        var followUps = await db.Set<ProjectedFollowUp>().AsNoTracking().Where(row => ids.Contains(row.RoundId)).OrderBy(row => row.Number).ToListAsync(ct);
        return
        [
            .. rounds.Select(round => new RoundStory(
                round,
                [.. bodies.Where(row => row.RoundId == round.Id)],
                [.. views.Where(row => row.RoundId == round.Id)],
                [.. remarks.Where(row => row.RoundId == round.Id)],
                [.. followUps.Where(row => row.RoundId == round.Id)])),
        ];
    }
}
