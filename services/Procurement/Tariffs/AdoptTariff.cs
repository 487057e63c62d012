using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Tariffs;

/// <summary>Puts a substantiated tariff in the place of those in force and publishes that in the same transaction.</summary>
internal sealed class AdoptTariff(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.TariffService/AdoptTariff";

    public Task<AdoptTariffResponse> RunAsync(AdoptTariffRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => AdoptAsync(request, token), ct);

    private async Task<AdoptTariffResponse> AdoptAsync(AdoptTariffRequest request, CancellationToken ct)
    {
        var tariff = await db.TariffToChangeAsync(request.Id, request.Etag, new ProviderScope(null), ct);
        var (_, line) = await db.LineToPriceAsync(tariff.LineId, ct);
        var held = await db.Set<Tariff>().Where(t => t.LineId == tariff.LineId && t.InForce != null).ToListAsync(ct);
        var now = time.StorableNow();
        var adoption = TariffAdoption.Of(tariff, line.Active, held, time.DutchToday(), () => Guid.CreateVersion7(now));

        // Room is made first: no two tariffs of a line may hold on one day, not even for a statement.
        await db.SaveChangesAsync(ct);
        tariff.Adopt(adoption.InForce, now);
        db.AddRange(adoption.Continued);
        db.Publish(TariffEvents.Adopted(tariff, adoption, now), tariff.Id.ToString("D"));
        return new AdoptTariffResponse { Tariff = tariff.ToProto(), Corrections = { adoption.Corrections.Select(c => c.ToProto()) } };
    }
}

internal sealed class AdoptTariffValidator : AbstractValidator<AdoptTariffRequest>
{
    public AdoptTariffValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
