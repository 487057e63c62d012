using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Funding;

/// <summary>One subsidy with its payments.</summary>
internal sealed class GetSubsidy(ProcurementDbContext db)
{
    public async Task<GetSubsidyResponse> RunAsync(GetSubsidyRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.SubsidiesVisibleTo(scope).SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw SubsidyRules.NotFound(request.Id);
        return new GetSubsidyResponse { Subsidy = found.ToProto() };
    }
}

internal sealed class GetSubsidyValidator : AbstractValidator<GetSubsidyRequest>
{
    public GetSubsidyValidator() => RuleFor(r => r.Id).IsUuid();
}
