using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
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
        var threads = await ThreadsAsync(ids, ct);
        return
        [
            .. rounds.Select(round => new RoundStory(
                round,
                [.. bodies.Where(row => row.RoundId == round.Id)],
                [.. views.Where(row => row.RoundId == round.Id)],
                [.. remarks.Where(row => row.RoundId == round.Id)],
                [.. followUps.Where(row => row.RoundId == round.Id)])
            {
                Threads = [.. threads.Where(thread => thread.Item.RoundId == round.Id)],
            }),
        ];
    }

    private async Task<IReadOnlyList<RoundThread>> ThreadsAsync(IReadOnlyList<Guid> rounds, CancellationToken ct)
    {
        var items = await db.Set<ProjectedWorkItem>().AsNoTracking().Where(item => item.RoundId != null && rounds.Contains(item.RoundId.Value) && item.RemarkNumber > 0)
            .OrderBy(item => item.RaisedOn).ThenBy(item => item.Id).ToListAsync(ct);
        var lineIds = items.Select(item => item.ContractLineId).OfType<Guid>().ToArray();
        var lines = await db.Set<ProjectedContractLine>().AsNoTracking().Where(line => lineIds.Contains(line.LineId)).ToListAsync(ct);
        var codes = items.Select(item => item.IndicatorCode).Distinct().ToArray();
        var names = (await db.Set<Indicator>().AsNoTracking().Where(indicator => codes.Contains(indicator.Id)).OrderBy(indicator => indicator.ValidFrom).ToListAsync(ct))
            .ToLookup(indicator => indicator.Id, indicator => indicator.Name);
        return
        [
            .. items.Select(item => new RoundThread(
                item,
                lines.Find(line => line.ContractId == item.ContractId && line.LineId == item.ContractLineId),
                names[item.IndicatorCode].LastOrDefault() ?? item.IndicatorCode)),
        ];
    }
}
