using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Providers;

/// <summary>One provider.</summary>
internal sealed class GetProvider(ProcurementDbContext db)
{
    public async Task<GetProviderResponse> RunAsync(GetProviderRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = scope.Allows(id) ? await db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        return new GetProviderResponse { Provider = (found ?? throw ProviderRules.NotFound(request.Id, "id")).ToProto() };
    }
}

internal sealed class GetProviderValidator : AbstractValidator<GetProviderRequest>
{
    public GetProviderValidator() => RuleFor(r => r.Id).IsUuid();
}
