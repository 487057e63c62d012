using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Memory;

/// <summary>The entries of the timeline that match, the last that happened first.</summary>
internal sealed class ListTimelineEntries(MunicipalitiesDbContext db)
{
    public async Task<ListTimelineEntriesResponse> RunAsync(ListTimelineEntriesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = Filtered(request);
        if (DayToken.Read(request, request.PageToken) is var (day, name))
            query = query.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.HappenedOn, e.Name), ValueTuple.Create(day, name)));

        var page = await query.OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.Name).Take(size + 1).ToListAsync(ct);
        var response = new ListTimelineEntriesResponse { Entries = { page.Take(size).Select(e => e.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = DayToken.After(request, page[size - 1].HappenedOn, page[size - 1].Name);
        return response;
    }

    private IQueryable<TimelineEntry> Filtered(ListTimelineEntriesRequest request)
    {
        var query = db.Set<TimelineEntry>().AsNoTracking();
        if (request.Text.Length > 0)
            query = query.Where(e => e.Search.Matches(EF.Functions.WebSearchToTsQuery(TimelineEntry.Language, request.Text)));
        if (request.MunicipalityId.Length > 0)
            query = query.Where(e => e.MunicipalityIds.Contains(request.MunicipalityId));
        if (request.RegionId.Length > 0)
            query = query.Where(e => e.RegionId == request.RegionId);
        if (request.Subject.Length > 0)
            query = query.Where(e => e.Subject == request.Subject);
        if (request.Kinds.Count > 0)
        {
            var kinds = request.Kinds.Select(kind => (TimelineKind)kind).ToList();
            query = query.Where(e => kinds.Contains(e.Kind));
        }

        return InPeriod(query, request.Period);
    }

    private static IQueryable<TimelineEntry> InPeriod(IQueryable<TimelineEntry> query, Common.V1.Period? asked)
    {
        if (asked?.ToValidity() is not { } period)
            return query;
        query = query.Where(e => e.HappenedOn >= period.From);
        return period.Until is { } end ? query.Where(e => e.HappenedOn < end) : query;
    }
}

internal sealed class ListTimelineEntriesValidator : AbstractValidator<ListTimelineEntriesRequest>
{
    private const int MostKinds = 20;

    public ListTimelineEntriesValidator()
    {
        RuleFor(r => r.Text).IsLineOrEmpty(MemoryFieldRules.MostTitleCharacters);
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.Subject).IsLineOrEmpty(MunicipalityRequestRules.MostSubjectCharacters);
        RuleFor(r => r.Kinds).Must(kinds => kinds.Count <= MostKinds).WithMessage($"Give at most {MostKinds} kinds.");
        RuleForEach(r => r.Kinds).IsInEnum().NotEqual(V1.TimelineKind.Unspecified);
        RuleFor(r => r.Period).IsPeriod().When(r => r.Period is not null);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
