using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Awards as was intended, or to everybody who was admitted.</summary>
internal sealed class AwardProcedure(ProcedureReader procedures)
{
    public Task<AwardProcedureResponse> RunAsync(AwardProcedureRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(AwardProcedure),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Award(request.AwardDate?.ToDateOnly() ?? procedures.Today, procedures.Today),
        procedure => new AwardProcedureResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class AwardProcedureValidator : AbstractValidator<AwardProcedureRequest>
{
    public AwardProcedureValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AwardDate).IsDayOrAbsent();
    }
}
