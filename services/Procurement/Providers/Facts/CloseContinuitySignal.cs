using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records what came of a signal.</summary>
internal sealed class CloseContinuitySignal(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProviderFactService/CloseContinuitySignal";

    public Task<CloseContinuitySignalResponse> RunAsync(CloseContinuitySignalRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => CloseAsync(request, token), ct);

    private async Task<CloseContinuitySignalResponse> CloseAsync(CloseContinuitySignalRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var signal = await db.Set<ContinuitySignal>().FromSql($"select * from continuity_signal where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderFactRules.NotFound(ProviderFactRules.SignalUnknown, request.Id);
        Etag.Require(request.Etag, signal.Version);
        signal.Close(AsOf.OrToday(request.ClosedDate, time), request.Outcome.Trim());
        return new CloseContinuitySignalResponse { Signal = signal.ToProto() };
    }
}

internal sealed class CloseContinuitySignalValidator : AbstractValidator<CloseContinuitySignalRequest>
{
    public CloseContinuitySignalValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ClosedDate).IsDayOrAbsent();
        RuleFor(r => r.Outcome).IsLine(ProviderFactRules.MostTextCharacters);
    }
}
