using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Costs;

/// <summary>Takes a recorded allocation back by its mirror image, and publishes it in the same transaction.</summary>
internal sealed class CreditCostAllocation(MunicipalitiesDbContext db, Once once)
{
    public Task<CreditCostAllocationResponse> RunAsync(CreditCostAllocationRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CreditAsync(request, moment, token), ct);

    private async Task<CreditCostAllocationResponse> CreditAsync(CreditCostAllocationRequest request, Moment moment, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.CostAllocationId, "D");
        var original = await db.Set<CostAllocation>().AsNoTracking().Include(a => a.Shares).SingleOrDefaultAsync(a => a.Id == id, ct)
            ?? throw new DomainException(CostRules.CostAllocationUnknown, "cost_allocation_id", new Dictionary<string, string> { ["id"] = request.CostAllocationId });
        if (await db.Set<CostAllocation>().AnyAsync(a => a.CreditsId == id, ct))
            throw new DomainException(CostRules.Credited, "cost_allocation_id");
        var credit = original.Credit(Guid.CreateVersion7(moment.Now), request.Reason.Trim(), moment.By, moment.Now);
        db.Add(credit);
        db.Publish(CostEvents.Allocated(credit), credit.Id.ToString("D"));
        return new CreditCostAllocationResponse { CostAllocation = credit.ToProto() };
    }
}

internal sealed class CreditCostAllocationValidator : AbstractValidator<CreditCostAllocationRequest>
{
    public CreditCostAllocationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.CostAllocationId).IsUuid();
        RuleFor(r => r.Reason).IsSubject();
    }
}
