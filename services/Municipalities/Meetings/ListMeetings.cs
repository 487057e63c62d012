using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Meetings;

/// <summary>Meetings by day, without their agendas.</summary>
internal sealed class ListMeetings(MunicipalitiesDbContext db)
{
    public async Task<ListMeetingsResponse> RunAsync(ListMeetingsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Meeting>().AsNoTracking();
        if (request.BodyId.Length > 0)
            query = query.Where(m => m.BodyId == request.BodyId);
        if (request.StartDate?.ToDateOnly() is { } start)
            query = query.Where(m => m.Day >= start);
        if (DueToken.Read(request, request.PageToken) is var (day, id))
            query = query.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Day, m.Id), ValueTuple.Create(day, id)));

        var page = await query.OrderBy(m => m.Day).ThenBy(m => m.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListMeetingsResponse { Meetings = { page.Take(size).Select(m => m.ToProtoWithoutAgenda()) } };
        if (page.Count > size)
            response.NextPageToken = DueToken.After(request, page[size - 1].Day, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListMeetingsValidator : AbstractValidator<ListMeetingsRequest>
{
    public ListMeetingsValidator()
    {
        RuleFor(r => r.BodyId).IsRegionBodyId().When(r => r.BodyId.Length > 0);
        RuleFor(r => r.StartDate).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
