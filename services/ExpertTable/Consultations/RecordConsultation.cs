using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Consultations;

/// <summary>Records a consultation, seals its texts and tells the others that there was one.</summary>
internal sealed class RecordConsultation(ExpertTableDbContext db, CaseChanges changes, ConsultationSeal seal)
{
    public Task<RecordConsultationResponse> RunAsync(RecordConsultationRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        _ =>
        {
            var told = request.Consultation;
            var consultation = Consultation.Record(
                new ConsultationFacts(
                    told.HeldDate.ToDateOnly(), told.Asker.ToDomain<ConsultationAsker>()!.Value, told.Outcome.ToDomain<ConsultationOutcome>()!.Value, told.Bottlenecks.ToDomain(), told.Minutes),
                new ConsultationTexts(told.Question.Trim(), told.Answer.Trim()),
                changes.Now(caller),
                seal);
            db.Add(consultation);
            db.Publish(consultation.ToEvent(), lane: consultation.Id.ToString("D"));
            return Task.FromResult(new RecordConsultationResponse { Consultation = consultation.ToProto() });
        },
        ct);
}

internal sealed class RecordConsultationValidator : AbstractValidator<RecordConsultationRequest>
{
    public RecordConsultationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Consultation).NotNull();
        When(r => r.Consultation is not null, () =>
        {
            RuleFor(r => r.Consultation.HeldDate).IsDay();
            RuleFor(r => r.Consultation.Asker).Must(a => a.ToDomain<ConsultationAsker>() is not null).WithMessage("Say who asks.");
            RuleFor(r => r.Consultation.Outcome).Must(o => o.ToDomain<ConsultationOutcome>() is not null).WithMessage("Say what came of it: advised, referred, or to register.");
            RuleFor(r => r.Consultation.Bottlenecks).AreBottlenecks();
            RuleFor(r => r.Consultation.Minutes).InclusiveBetween(1, ConsultationRules.MostMinutes);
            RuleFor(r => r.Consultation.Question).IsText(CaseFieldRules.MostQuestionCharacters);
            RuleFor(r => r.Consultation.Answer).IsText(CaseFieldRules.MostQuestionCharacters);
        });
    }
}
