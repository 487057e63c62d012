using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Assessments;

/// <summary>The assessments, the last recorded first (UUIDv7).</summary>
internal sealed class ListAssessments(MunicipalitiesDbContext db)
{
    public async Task<ListAssessmentsResponse> RunAsync(ListAssessmentsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Assessment>().AsNoTracking();
        if (request.Form.Length > 0)
            query = query.Where(a => a.FormCode == request.Form);
        if (request.RegionId.Length > 0)
            query = query.Where(a => a.RegionId == request.RegionId);
        if (request.MunicipalityId.Length > 0)
            query = query.Where(a => a.MunicipalityId == request.MunicipalityId);
        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(a => a.Id < last);
        var page = await query.OrderByDescending(a => a.Id).Take(size + 1).Include(a => a.Scores).ToListAsync(ct);
        var response = new ListAssessmentsResponse { Assessments = { page.Take(size).Select(a => a.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListAssessmentsValidator : AbstractValidator<ListAssessmentsRequest>
{
    public ListAssessmentsValidator()
    {
        RuleFor(r => r.Form).IsFormCode().When(r => r.Form.Length > 0);
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
