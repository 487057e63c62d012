using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Assessments;

/// <summary>How one subject scored over time on each criterion of a form.</summary>
internal sealed class GetTrend(MunicipalitiesDbContext db, RegisterCache register)
{
    public async Task<GetTrendResponse> RunAsync(GetTrendRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.RegionId, "region_id");
        if (request.MunicipalityId.Length > 0)
            snapshot.Municipality(request.MunicipalityId, "municipality_id");
        var form = await db.FormAsync(request.Form, "form", ct);
        var variant = request.Variant.Trim();
        var assessments = await db.Set<Assessment>().AsNoTracking()
            .Where(a => a.FormCode == form.Code && a.RegionId == request.RegionId && a.MunicipalityId == request.MunicipalityId && a.Variant == variant)
            .Include(a => a.Scores).ToListAsync(ct);
        return new GetTrendResponse { Trends = { Trend.Of(form, assessments).Select(t => t.ToProto()) } };
    }
}

internal sealed class GetTrendValidator : AbstractValidator<GetTrendRequest>
{
    public GetTrendValidator()
    {
        RuleFor(r => r.Form).IsFormCode();
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.Variant).IsLineOrEmpty(AssessmentFieldRules.MostVariantCharacters);
    }
}
