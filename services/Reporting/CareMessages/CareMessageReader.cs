using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.CareMessages;

/// <summary>Reads what came in of iJw: for a municipality its own, for the region all of it.</summary>
internal sealed class CareMessageReader(ReportingDbContext db)
{
    private const int PageSize = 50;

    /// <summary>A page, the newest first.</summary>
    /// <param name="municipality">Whose messages; null: all.</param>
    /// <param name="outcome">Only those; null: whatever became of them.</param>
    /// <param name="before">Those that came before this one; null: from the newest on.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<CareMessagePage> ReadAsync(string? municipality, string? outcome, Guid? before, CancellationToken ct)
    {
        var all = Of(municipality);
        var counts = await all.GroupBy(message => message.Outcome).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var wanted = all.Where(message => (outcome == null || message.Outcome == outcome) && (before == null || message.Id < before));
        var page = await Named(wanted.OrderByDescending(message => message.Id).Take(PageSize + 1)).ToListAsync(ct);
        return new CareMessagePage([.. page.Take(PageSize)], counts, page.Count > PageSize ? page[PageSize - 1].Id : null);
    }

    /// <summary>One of them with its findings; null when there is none, or it is another's.</summary>
    public async Task<CareMessageDetail?> FindAsync(Guid id, string? municipality, CancellationToken ct)
    {
        var own = Of(municipality).Where(message => message.Id == id);
        if (await Named(own).SingleOrDefaultAsync(ct) is not { } view)
            return null;
        var findings = await own.Select(message => message.Findings).SingleAsync(ct);
        return new CareMessageDetail(view, findings is null ? [] : JsonSerializer.Deserialize<List<CareFindingView>>(findings)!);
    }

    private IQueryable<ProjectedCareMessage> Of(string? municipality) =>
        db.Set<ProjectedCareMessage>().AsNoTracking().Where(message => municipality == null || message.MunicipalityId == municipality);

    private IQueryable<CareMessageView> Named(IQueryable<ProjectedCareMessage> messages) =>
        from message in messages
        join named in db.Set<ProjectedMunicipality>() on message.MunicipalityId equals named.Id into names
        from name in names.DefaultIfEmpty()
        join registered in db.Set<ProjectedProvider>() on message.ProviderAgbCode equals registered.AgbCode into providers
        from provider in providers.DefaultIfEmpty()
        orderby message.Id descending
        select new CareMessageView(
            message.Id, message.ReceivedAt, message.Kind, name == null ? message.MunicipalityId : name.Name, provider == null ? null : provider.Name, message.ProviderAgbCode,
            message.Outcome, message.FindingCount, message.AnswerKind, message.AnswerDueOn);
}
