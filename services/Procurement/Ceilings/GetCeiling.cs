using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Ceilings;

/// <summary>One ceiling with its decisions.</summary>
internal sealed class GetCeiling(ProcurementDbContext db)
{
    public async Task<GetCeilingResponse> RunAsync(GetCeilingRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.CeilingsVisibleTo(scope).Include(c => c.Decisions).SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw CeilingRules.NotFound(request.Id);
        return new GetCeilingResponse { Ceiling = found.ToProto() };
    }
}

internal sealed class GetCeilingValidator : AbstractValidator<GetCeilingRequest>
{
    public GetCeilingValidator() => RuleFor(r => r.Id).IsUuid();
}
