using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Answers a question; published with the other answers.</summary>
internal sealed class AnswerProcedureQuestion(ProcedureReader procedures)
{
    public Task<AnswerProcedureQuestionResponse> RunAsync(AnswerProcedureQuestionRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(AnswerProcedureQuestion),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Answer(Guid.ParseExact(request.QuestionId, "D"), request.Answer.Trim()),
        procedure => new AnswerProcedureQuestionResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class AnswerProcedureQuestionValidator : AbstractValidator<AnswerProcedureQuestionRequest>
{
    public AnswerProcedureQuestionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.QuestionId).IsUuid();
        RuleFor(r => r.Answer).IsLine(ProcedureRules.MostTextCharacters);
    }
}
