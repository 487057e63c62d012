using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Records the mandate of Drenthe for the region that leads.</summary>
internal sealed class RecordProcedureMandate(ProcedureReader procedures)
{
    public Task<RecordProcedureMandateResponse> RunAsync(RecordProcedureMandateRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(RecordProcedureMandate),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.RecordMandate(request.MandateDate?.ToDateOnly() ?? procedures.Today, procedures.Today),
        procedure => new RecordProcedureMandateResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class RecordProcedureMandateValidator : AbstractValidator<RecordProcedureMandateRequest>
{
    public RecordProcedureMandateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.MandateDate).IsDayOrAbsent();
    }
}
