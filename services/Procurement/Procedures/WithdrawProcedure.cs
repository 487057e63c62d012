using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Ends a procedure before an award.</summary>
internal sealed class WithdrawProcedure(ProcedureReader procedures)
{
    public Task<WithdrawProcedureResponse> RunAsync(WithdrawProcedureRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(WithdrawProcedure),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Withdraw(request.Reason.Trim()),
        procedure => new WithdrawProcedureResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class WithdrawProcedureValidator : AbstractValidator<WithdrawProcedureRequest>
{
    public WithdrawProcedureValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLine(ProcedureRules.MostTextCharacters);
    }
}
