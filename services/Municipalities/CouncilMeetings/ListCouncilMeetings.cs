using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Meetings of the councils by day.</summary>
internal sealed class ListCouncilMeetings(MunicipalitiesDbContext db, RegisterCache register)
{
    public async Task<ListCouncilMeetingsResponse> RunAsync(ListCouncilMeetingsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<CouncilMeeting>().AsNoTracking();
        if (request.RegionId.Length > 0)
        {
            (await register.GetAsync(ct)).RequireRegion(request.RegionId, "region_id");
            query = query.Where(m => m.RegionId == request.RegionId);
        }

        if (request.StartDate?.ToDateOnly() is { } start)
            query = query.Where(m => m.Day >= start);
        if (DueToken.Read(request, request.PageToken) is var (day, id))
            query = query.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Day, m.Id), ValueTuple.Create(day, id)));

        var page = await query.OrderBy(m => m.Day).ThenBy(m => m.Id).Take(size + 1).WithParts().ToListAsync(ct);
        var response = new ListCouncilMeetingsResponse { Meetings = { page.Take(size).Select(m => m.ToProtoWithoutReplies()) } };
        if (page.Count > size)
            response.NextPageToken = DueToken.After(request, page[size - 1].Day, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListCouncilMeetingsValidator : AbstractValidator<ListCouncilMeetingsRequest>
{
    public ListCouncilMeetingsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.StartDate).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
