using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Tariffs;

/// <summary>Says what a drafted tariff is made of.</summary>
internal sealed class SubstantiateTariff(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.TariffService/SubstantiateTariff";

    public Task<SubstantiateTariffResponse> RunAsync(SubstantiateTariffRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => SubstantiateAsync(request, token), ct);

    private async Task<SubstantiateTariffResponse> SubstantiateAsync(SubstantiateTariffRequest request, CancellationToken ct)
    {
        var tariff = await db.TariffToChangeAsync(request.Id, request.Etag, new ProviderScope(null), ct);
        tariff.Substantiate(request.Elements.ToDomain(), request.Substantiation.Trim());
        return new SubstantiateTariffResponse { Tariff = tariff.ToProto() };
    }
}

internal sealed class SubstantiateTariffValidator : AbstractValidator<SubstantiateTariffRequest>
{
    public SubstantiateTariffValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Substantiation).IsLine(TariffRules.MostTextCharacters);
        RuleFor(r => r.Elements).NotNull().ChildRules(elements =>
        {
            elements.RuleFor(e => e.ClientHoursCents).InclusiveBetween(0, ContractRules.MostTariffCents);
            elements.RuleFor(e => e.OtherHoursCents).InclusiveBetween(0, ContractRules.MostTariffCents);
            elements.RuleFor(e => e.OtherClientCents).InclusiveBetween(0, ContractRules.MostTariffCents);
            elements.RuleFor(e => e.OverheadCents).InclusiveBetween(0, ContractRules.MostTariffCents);
            elements.RuleFor(e => e.IndexationCents).InclusiveBetween(0, ContractRules.MostTariffCents);
        });
    }
}
