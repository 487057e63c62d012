using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Mandates;

/// <summary>The mandates, newest first. Their ids are in the order of recording (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListMandates(MunicipalitiesDbContext db)
{
    public async Task<ListMandatesResponse> RunAsync(ListMandatesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Mandates();
        if (request.RegionId.Length > 0)
            query = query.Where(m => m.RegionId == request.RegionId);
        if (request.MunicipalityId.Length > 0)
            query = query.Where(m => m.Grants.Any(g => g.MunicipalityId == request.MunicipalityId));
        if (request.Mandated.Length > 0)
            query = query.Where(m => m.Mandated == request.Mandated);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(x => x.Id < last);
        }

        var page = await query.OrderByDescending(x => x.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListMandatesResponse { Mandates = { page.Take(size).Select(x => x.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListMandatesValidator : AbstractValidator<ListMandatesRequest>
{
    public ListMandatesValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.Mandated).IsCode().When(r => r.Mandated.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
