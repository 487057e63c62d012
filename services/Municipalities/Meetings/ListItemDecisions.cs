using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Meetings;

/// <summary>The decision list: the last version on each item, in the order of recording.</summary>
internal sealed class ListItemDecisions(MunicipalitiesDbContext db)
{
    public async Task<ListItemDecisionsResponse> RunAsync(ListItemDecisionsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var all = db.Set<ItemDecision>().AsNoTracking();
        var query = all.Where(d => !all.Any(later => later.MeetingId == d.MeetingId && later.ItemNumber == d.ItemNumber && later.Version > d.Version));
        if (request.BodyId.Length > 0)
            query = query.Where(d => d.BodyId == request.BodyId);
        if (request.MeetingId.Length > 0)
        {
            var meeting = Guid.ParseExact(request.MeetingId, "D");
            query = query.Where(d => d.MeetingId == meeting);
        }

        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(d => d.Id > last);

        var page = await query.OrderBy(d => d.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListItemDecisionsResponse { Decisions = { page.Take(size).Select(d => d.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListItemDecisionsValidator : AbstractValidator<ListItemDecisionsRequest>
{
    public ListItemDecisionsValidator()
    {
        RuleFor(r => r.BodyId).IsRegionBodyId().When(r => r.BodyId.Length > 0);
        RuleFor(r => r.MeetingId).IsUuid().When(r => r.MeetingId.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
