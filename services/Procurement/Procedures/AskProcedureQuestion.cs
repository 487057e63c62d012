using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Records a question of the market.</summary>
internal sealed class AskProcedureQuestion(ProcedureReader procedures)
{
    public Task<AskProcedureQuestionResponse> RunAsync(AskProcedureQuestionRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(AskProcedureQuestion),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Ask(procedures.NewId(), request.Text.Trim(), request.AskedDate?.ToDateOnly() ?? procedures.Today),
        procedure => new AskProcedureQuestionResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class AskProcedureQuestionValidator : AbstractValidator<AskProcedureQuestionRequest>
{
    public AskProcedureQuestionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Text).IsLine(ProcedureRules.MostTextCharacters);
        RuleFor(r => r.AskedDate).IsDayOrAbsent();
    }
}
