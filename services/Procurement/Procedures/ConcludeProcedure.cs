using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Concludes a procedure after its last step.</summary>
internal sealed class ConcludeProcedure(ProcedureReader procedures)
{
    public Task<ConcludeProcedureResponse> RunAsync(ConcludeProcedureRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(ConcludeProcedure),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Conclude(),
        procedure => new ConcludeProcedureResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class ConcludeProcedureValidator : AbstractValidator<ConcludeProcedureRequest>
{
    public ConcludeProcedureValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
