using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Agenda;

/// <summary>Plans a tranche for another time.</summary>
internal sealed class MoveTranche(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.AgendaService/MoveTranche";

    public Task<MoveTrancheResponse> RunAsync(MoveTrancheRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => MoveAsync(request, token), ct);

    private async Task<MoveTrancheResponse> MoveAsync(MoveTrancheRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var tranche = await db.Set<Tranche>().FromSql($"select * from tranche where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw AgendaRules.NotFound(request.Id, "id");
        Etag.Require(request.Etag, tranche.Version);
        tranche.Move(request.Planned.ToValidity());
        var procedures = await db.Set<Procedures.Procedure>().Where(p => p.TrancheId == id).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        return new MoveTrancheResponse { Tranche = tranche.ToProto(await db.Set<Vision>().FindAsync([tranche.VisionRoundId], ct), procedures) };
    }
}

internal sealed class MoveTrancheValidator : AbstractValidator<MoveTrancheRequest>
{
    public MoveTrancheValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Planned).IsPeriod();
    }
}
