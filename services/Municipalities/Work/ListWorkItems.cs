using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Work;

/// <summary>The items that match as of a day, the first due on top.</summary>
internal sealed class ListWorkItems(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<ListWorkItemsResponse> RunAsync(ListWorkItemsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var query = Standing(Filtered(request), request.Standing, day);
        if (DueToken.Read(request, request.PageToken) is var (due, id))
            query = query.Where(i => EF.Functions.GreaterThan(ValueTuple.Create(i.DueOn, i.Id), ValueTuple.Create(due, id)));
        var page = await query.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListWorkItemsResponse { Items = { page.Take(size).Select(i => i.ToProtoWithoutChanges(day)) } };
        if (page.Count > size)
            response.NextPageToken = DueToken.After(request, page[size - 1].DueOn, page[size - 1].Id);
        return response;
    }

    private static IQueryable<WorkItem> Standing(IQueryable<WorkItem> items, WorkItemStanding standing, DateOnly day) => standing switch
    {
        WorkItemStanding.Open => items.Where(i => i.RaisedOn <= day && (i.ClosedOn == null || i.ClosedOn > day)),
        WorkItemStanding.Overdue => items.Where(i => i.RaisedOn <= day && (i.ClosedOn == null || i.ClosedOn > day) && i.DueOn < day),
        WorkItemStanding.FeedbackOwed => items.Where(i => i.FeedbackBodyId != null && i.ClosedOn <= day && (i.FeedbackOn == null || i.FeedbackOn > day)),
        _ => items.Where(i => i.RaisedOn <= day),
    };

    private IQueryable<WorkItem> Filtered(ListWorkItemsRequest request)
    {
        var query = db.Set<WorkItem>().AsNoTracking();
        if (request.RegionId.Length > 0)
            query = query.Where(i => i.RegionId == request.RegionId);
        if (request.Kinds.Count > 0)
        {
            var kinds = request.Kinds.Select(kind => (WorkItemKind)kind).ToList();
            query = query.Where(i => kinds.Contains(i.Kind));
        }

        if (request.OwnerId.Length > 0)
            query = query.Where(i => i.OwnerId == request.OwnerId);
        if (request.MunicipalityId.Length > 0)
            query = query.Where(i => i.MunicipalityId == request.MunicipalityId);
        if (Id(request.DossierId) is { } dossier)
            query = query.Where(i => i.DossierId == dossier);
        if (Id(request.MeetingId) is { } meeting)
            query = query.Where(i => i.Source.MeetingId == meeting);
        if (Id(request.RoundId) is { } round)
            query = query.Where(i => i.Source.RoundId == round);
        return query;
    }

    private static Guid? Id(string id) => id.Length > 0 ? Guid.ParseExact(id, "D") : null;
}

internal sealed class ListWorkItemsValidator : AbstractValidator<ListWorkItemsRequest>
{
    private const int MostKinds = 6;

    public ListWorkItemsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.Kinds).Must(kinds => kinds.Count <= MostKinds).WithMessage($"Give at most {MostKinds} kinds.");
        RuleForEach(r => r.Kinds).IsInEnum().NotEqual(V1.WorkItemKind.Unspecified);
        RuleFor(r => r.Standing).IsInEnum();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.OwnerId).IsOwnerId().When(r => r.OwnerId.Length > 0);
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.DossierId).IsUuid().When(r => r.DossierId.Length > 0);
        RuleFor(r => r.MeetingId).IsUuid().When(r => r.MeetingId.Length > 0);
        RuleFor(r => r.RoundId).IsUuid().When(r => r.RoundId.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
