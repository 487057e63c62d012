using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Publishes all answers.</summary>
internal sealed class PublishProcedureAnswers(ProcedureReader procedures)
{
    public Task<PublishProcedureAnswersResponse> RunAsync(PublishProcedureAnswersRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(PublishProcedureAnswers),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.PublishAnswers(procedures.Today),
        procedure => new PublishProcedureAnswersResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class PublishProcedureAnswersValidator : AbstractValidator<PublishProcedureAnswersRequest>
{
    public PublishProcedureAnswersValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
