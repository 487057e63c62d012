using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Mandates;

/// <summary>The acts, newest first. Their ids are in the order of recording (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListMandatedActs(MunicipalitiesDbContext db)
{
    public async Task<ListMandatedActsResponse> RunAsync(ListMandatedActsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = Filtered(request);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(x => x.Id < last);
        }

        var page = await query.OrderByDescending(x => x.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListMandatedActsResponse { Acts = { page.Take(size).Select(x => x.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }

    private IQueryable<MandatedAct> Filtered(ListMandatedActsRequest request)
    {
        IQueryable<MandatedAct> query = db.Set<MandatedAct>().AsNoTracking().Include(a => a.Authorities).AsSplitQuery();
        if (request.State != V1.MandatedActState.Unspecified)
        {
            var state = (MandatedActState)request.State;
            query = query.Where(a => a.State == state);
        }

        if (request.MunicipalityId.Length > 0)
            query = query.Where(a => a.Authorities.Any(of => of.MunicipalityId == request.MunicipalityId));
        if (request.RatifyBefore?.ToDateOnly() is { } before)
            query = query.Where(a => a.RatifyBy < before);
        return query;
    }
}

internal sealed class ListMandatedActsValidator : AbstractValidator<ListMandatedActsRequest>
{
    public ListMandatedActsValidator()
    {
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.RatifyBefore).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
