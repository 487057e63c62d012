using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Agenda;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Publishes a procedure.</summary>
internal sealed class PublishProcedure(ProcurementDbContext db, ProcedureReader procedures)
{
    public Task<PublishProcedureResponse> RunAsync(PublishProcedureRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(PublishProcedure),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        RequireVisionAsync,
        procedure => procedure.Publish(
            request.PublishDate?.ToDateOnly() ?? procedures.Today, request.QuestionsUntilDate.ToDateOnly(), request.BidsUntilDate?.ToDateOnly(), procedures.Today),
        procedure => new PublishProcedureResponse { Procedure = procedure.ToProto() },
        ct);

    private async Task RequireVisionAsync(Procedure procedure, CancellationToken ct)
    {
        if (procedure.TrancheId is not { } id)
            return;
        var tranche = await db.Set<Agenda.Tranche>().AsNoTracking().SingleAsync(t => t.Id == id, ct);
        tranche.RequireVision(await db.Set<Vision>().AsNoTracking().SingleOrDefaultAsync(v => v.RoundId == tranche.VisionRoundId, ct));
    }
}

internal sealed class PublishProcedureValidator : AbstractValidator<PublishProcedureRequest>
{
    public PublishProcedureValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PublishDate).IsDayOrAbsent();
        RuleFor(r => r.QuestionsUntilDate).IsDay();
        RuleFor(r => r.BidsUntilDate).IsDayOrAbsent();
    }
}
