using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Consents;

/// <summary>A ground other than consent that carries a purpose.</summary>
internal sealed class RecordGround(CaseChanges changes)
{
    public Task<RecordGroundResponse> RunAsync(RecordGroundRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RecordGroundRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.RecordGround(
            request.Purpose.ToDomain<ConsentPurpose>()!.Value, request.Ground.ToDomain<Reads.LegalGround>()!.Value, request.Motivation, request.Validity.ToValidity(), act),
        file => new RecordGroundResponse { Case = file },
        ct);
}

internal sealed class RecordGroundValidator : AbstractValidator<RecordGroundRequest>
{
    public RecordGroundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Purpose).Must(p => p.ToDomain<ConsentPurpose>() is not null).WithMessage("Say for what: help, file or disclosure.");
        RuleFor(r => r.Ground)
            .Must(g => g is V1.LegalGround.StatutoryTask or V1.LegalGround.Safety or V1.LegalGround.Emergency)
            .WithMessage("Give a ground other than consent: statutory task, safety or emergency.");
        RuleFor(r => r.Motivation).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Validity).IsPeriod();
    }
}
