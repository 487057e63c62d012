using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Tariffs;

/// <summary>Records an objection of a provider to a tariff.</summary>
internal sealed class ObjectToTariff(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.TariffService/ObjectToTariff";

    public Task<ObjectToTariffResponse> RunAsync(ObjectToTariffRequest request, ProviderScope scope, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ObjectAsync(request, scope, token), ct);

    private async Task<ObjectToTariffResponse> ObjectAsync(ObjectToTariffRequest request, ProviderScope scope, CancellationToken ct)
    {
        var tariff = await db.TariffToChangeAsync(request.Id, etag: "", scope, ct);
        tariff.Object(Guid.CreateVersion7(time.StorableNow()), request.Ground.Trim(), AsOf.OrToday(request.ReceivedDate, time));
        return new ObjectToTariffResponse { Tariff = tariff.ToProto() };
    }
}

internal sealed class ObjectToTariffValidator : AbstractValidator<ObjectToTariffRequest>
{
    public ObjectToTariffValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Ground).IsLine(TariffRules.MostTextCharacters);
        RuleFor(r => r.ReceivedDate).IsDayOrAbsent();
    }
}
