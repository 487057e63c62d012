using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Funding;

/// <summary>A funding in a calendar year.</summary>
internal sealed class GetFundingYear(ProcurementDbContext db)
{
    public async Task<GetFundingYearResponse> RunAsync(GetFundingYearRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.FundingVisibleTo(scope).Include(f => f.Costs).SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw FundingRules.NotFound(request.Id);
        return new GetFundingYearResponse { Year = found.ToYear(request.Year) };
    }
}

internal sealed class GetFundingYearValidator : AbstractValidator<GetFundingYearRequest>
{
    public GetFundingYearValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Year).InclusiveBetween(RequestRules.EarliestDay.Year, RequestRules.LatestDay.Year);
    }
}
