using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>Which duties are asked for; empty and null stand for all.</summary>
internal sealed record OwedFilter
{
    public string RegionId { get; init; } = "";

    public string MunicipalityId { get; init; } = "";

    public Guid? RoundId { get; init; }

    public DutyKind? Kind { get; init; }

    public DateOnly? DueBy { get; init; }
}

/// <summary>A duty with the round that it is in.</summary>
internal sealed record OwedInRound(Duty Duty, long Id, Guid RoundId, string Subject);

/// <summary>A page of duties, and the token of the next.</summary>
internal sealed record OwedPage(IReadOnlyList<OwedInRound> Owed, string NextPageToken);

/// <summary>
/// Reads what is owed over all rounds by due date, straight from an index: the table holds open duties only, and each
/// filter has an index in the order of the list. Where a municipality has ended, its rounds follow first.
/// </summary>
internal sealed class OwedReader(MunicipalitiesDbContext db, RoundHandOver handOver)
{
    public async Task<OwedPage> ReadAsync(OwedFilter filter, IMessage request, int pageSize, string pageToken, CancellationToken ct)
    {
        await handOver.BeforeListAsync(ct);
        var size = PageSize.From(pageSize);
        var query = Filtered(filter);
        if (PageToken.Read(request, pageToken, parts: 2) is { } key)
        {
            var (due, id) = Place(key);
            query = query.Where(d => EF.Functions.GreaterThan(
                ValueTuple.Create(d.DueOn, EF.Property<long>(d, DutyConfiguration.Id)), ValueTuple.Create(due, id)));
        }

        var page = await (
            from duty in query.OrderBy(d => d.DueOn).ThenBy(d => EF.Property<long>(d, DutyConfiguration.Id)).Take(size + 1)
            join round in db.Set<Round>() on EF.Property<Guid>(duty, RoundParts.RoundId) equals round.Id
            orderby duty.DueOn, EF.Property<long>(duty, DutyConfiguration.Id)
            select new OwedInRound(duty, EF.Property<long>(duty, DutyConfiguration.Id), round.Id, round.Subject)).AsNoTracking().ToListAsync(ct);
        return new OwedPage([.. page.Take(size)], page.Count > size ? After(request, page[size - 1]) : "");
    }

    private IQueryable<Duty> Filtered(OwedFilter filter)
    {
        var query = db.Set<Duty>().AsNoTracking();
        if (filter.RegionId.Length > 0)
            query = query.Where(d => d.RegionId == filter.RegionId);
        if (filter.MunicipalityId.Length > 0)
            query = query.Where(d => d.MunicipalityId == filter.MunicipalityId);
        if (filter.RoundId is { } round)
            query = query.Where(d => EF.Property<Guid>(d, RoundParts.RoundId) == round);
        if (filter.Kind is { } kind)
            query = query.Where(d => d.Kind == kind);
        if (filter.DueBy is { } day)
            query = query.Where(d => d.DueOn <= day);
        return query;
    }

    private static (DateOnly Due, long Id) Place(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
        && long.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (due, id)
            : throw PageToken.Invalid();

    private static string After(IMessage request, OwedInRound last) => PageToken.After(
        request, last.Duty.DueOn.ToString("O", CultureInfo.InvariantCulture), last.Id.ToString(CultureInfo.InvariantCulture));
}
