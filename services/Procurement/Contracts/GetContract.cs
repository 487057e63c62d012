using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Contracts;

/// <summary>One contract with its lines.</summary>
internal sealed class GetContract(ProcurementDbContext db)
{
    public async Task<GetContractResponse> RunAsync(GetContractRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.VisibleTo(scope).Include(c => c.Lines).Include(c => c.Addenda).SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw ContractRules.NotFound(request.Id);
        return new GetContractResponse { Contract = found.ToProto() };
    }
}

internal sealed class GetContractValidator : AbstractValidator<GetContractRequest>
{
    public GetContractValidator() => RuleFor(r => r.Id).IsUuid();
}
