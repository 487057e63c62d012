using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Costs;

/// <summary>A recorded allocation.</summary>
internal sealed class GetCostAllocation(MunicipalitiesDbContext db)
{
    public async Task<GetCostAllocationResponse> RunAsync(GetCostAllocationRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.Set<CostAllocation>().AsNoTracking().Include(a => a.Shares).SingleOrDefaultAsync(a => a.Id == id, ct)
            ?? throw new DomainException(CostRules.CostAllocationUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        return new GetCostAllocationResponse { CostAllocation = found.ToProto() };
    }
}

internal sealed class GetCostAllocationValidator : AbstractValidator<GetCostAllocationRequest>
{
    public GetCostAllocationValidator() => RuleFor(r => r.Id).IsUuid();
}
