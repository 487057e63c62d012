using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Tariffs;

/// <summary>Upholds or rejects an objection.</summary>
internal sealed class AnswerTariffObjection(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.TariffService/AnswerTariffObjection";

    public Task<AnswerTariffObjectionResponse> RunAsync(AnswerTariffObjectionRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => AnswerAsync(request, token), ct);

    private async Task<AnswerTariffObjectionResponse> AnswerAsync(AnswerTariffObjectionRequest request, CancellationToken ct)
    {
        var tariff = await db.TariffToChangeAsync(request.Id, etag: "", new ProviderScope(null), ct);
        tariff.AnswerObjection(Guid.ParseExact(request.ObjectionId, "D"), request.Uphold, request.Reason.Trim());
        return new AnswerTariffObjectionResponse { Tariff = tariff.ToProto() };
    }
}

internal sealed class AnswerTariffObjectionValidator : AbstractValidator<AnswerTariffObjectionRequest>
{
    public AnswerTariffObjectionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ObjectionId).IsUuid();
        RuleFor(r => r.Reason).IsLine(TariffRules.MostTextCharacters);
    }
}
