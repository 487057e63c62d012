using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Tariffs;

/// <summary>One tariff with its objections.</summary>
internal sealed class GetTariff(ProcurementDbContext db)
{
    public async Task<GetTariffResponse> RunAsync(GetTariffRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await db.TariffsVisibleTo(scope).Include(t => t.Objections).SingleOrDefaultAsync(t => t.Id == id, ct)
            ?? throw TariffRules.NotFound(request.Id);
        return new GetTariffResponse { Tariff = found.ToProto() };
    }
}

internal sealed class GetTariffValidator : AbstractValidator<GetTariffRequest>
{
    public GetTariffValidator() => RuleFor(r => r.Id).IsUuid();
}
