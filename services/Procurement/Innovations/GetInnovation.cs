using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Innovations;

/// <summary>One innovation with its decisions.</summary>
internal sealed class GetInnovation(ProcurementDbContext db)
{
    public async Task<GetInnovationResponse> RunAsync(GetInnovationRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.Set<Innovation>().AsNoTracking().Include(i => i.Decisions).SingleOrDefaultAsync(i => i.Id == id, ct);
        return new GetInnovationResponse { Innovation = (found ?? throw InnovationRules.NotFound(request.Id)).ToProto() };
    }
}

internal sealed class GetInnovationValidator : AbstractValidator<GetInnovationRequest>
{
    public GetInnovationValidator() => RuleFor(r => r.Id).IsUuid();
}
