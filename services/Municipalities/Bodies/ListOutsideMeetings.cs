using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>Meetings of outside bodies, the report that is due first on top.</summary>
internal sealed class ListOutsideMeetings(MunicipalitiesDbContext db)
{
    public async Task<ListOutsideMeetingsResponse> RunAsync(ListOutsideMeetingsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<OutsideMeeting>().AsNoTracking();
        if (request.BodyId.Length > 0)
            query = query.Where(m => m.BodyId == request.BodyId);
        if (request.OwedOnly)
            query = query.Where(m => m.ReportedOn == null);
        if (DueToken.Read(request, request.PageToken) is var (day, id))
            query = query.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.ReportDueOn, m.Id), ValueTuple.Create(day, id)));

        var page = await query.OrderBy(m => m.ReportDueOn).ThenBy(m => m.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListOutsideMeetingsResponse { Meetings = { page.Take(size).Select(m => m.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = DueToken.After(request, page[size - 1].ReportDueOn, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListOutsideMeetingsValidator : AbstractValidator<ListOutsideMeetingsRequest>
{
    public ListOutsideMeetingsValidator()
    {
        RuleFor(r => r.BodyId).IsRegionBodyId().When(r => r.BodyId.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
