using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Tariffs;

/// <summary>Proposes another tariff for a line of a signed contract.</summary>
internal sealed class DraftTariff(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.TariffService/DraftTariff";

    public Task<DraftTariffResponse> RunAsync(DraftTariffRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DraftAsync(request, caller, token), ct);

    private async Task<DraftTariffResponse> DraftAsync(DraftTariffRequest request, string caller, CancellationToken ct)
    {
        var (subject, line) = await db.LineToPriceAsync(Guid.ParseExact(request.LineId, "D"), ct);
        var asked = request.Period.ToValidity();
        var validity = asked.Until is null && line.Active is { } active && asked.From >= active.From && (active.Until is null || asked.From < active.Until)
            ? new Validity(asked.From, active.Until)
            : asked;
        TariffAdoption.RequireInside(validity, line.Active);
        var now = time.StorableNow();
        var tariff = Tariff.Draft(Guid.CreateVersion7(now), subject, request.TariffCents, validity, request.Provisional, caller, now);
        db.Add(tariff);
        return new DraftTariffResponse { Tariff = tariff.ToProto() };
    }
}

internal sealed class DraftTariffValidator : AbstractValidator<DraftTariffRequest>
{
    public DraftTariffValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.LineId).IsUuid();
        RuleFor(r => r.TariffCents).InclusiveBetween(1, ContractRules.MostTariffCents);
        RuleFor(r => r.Period).IsPeriod();
    }
}
