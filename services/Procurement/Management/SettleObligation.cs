using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Management;

/// <summary>Records that an obligation was met or dropped.</summary>
internal sealed class SettleObligation(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractManagementService/SettleObligation";

    public Task<SettleObligationResponse> RunAsync(SettleObligationRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request, token), ct);

    private async Task<SettleObligationResponse> DecideAsync(SettleObligationRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var obligation = await db.Set<Obligation>().FromSql($"select * from obligation where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ManagementRules.NotFound(ManagementRules.ObligationUnknown, request.Id);
        Etag.Require(request.Etag, obligation.Version);
        obligation.Settle(request.Met, request.Evidence.Trim(), AsOf.OrToday(request.SettledDate, time), time.DutchToday());
        return new SettleObligationResponse { Obligation = obligation.ToProto() };
    }
}

internal sealed class SettleObligationValidator : AbstractValidator<SettleObligationRequest>
{
    public SettleObligationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Evidence).IsLine(ManagementRules.MostTextCharacters);
        RuleFor(r => r.SettledDate).IsDayOrAbsent();
    }
}
