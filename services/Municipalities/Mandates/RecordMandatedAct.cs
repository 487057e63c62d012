using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Mandates;

/// <summary>Records an act in the name of municipalities; where no mandate covered it, it is to be ratified.</summary>
internal sealed class RecordMandatedAct(
    MunicipalitiesDbContext db, RegisterCache register, IdempotentRequests<MunicipalitiesDbContext> requests, TimeProvider time)
{
    public Task<RecordMandatedActResponse> RunAsync(RecordMandatedActRequest request, string caller, CancellationToken ct) => requests.RunAsync(
        RecordMandatedActRequest.Descriptor.FullName, caller, request.RequestId, request, token => RecordAsync(request, caller, token), ct);

    private async Task<RecordMandatedActResponse> RecordAsync(RecordMandatedActRequest request, string caller, CancellationToken ct)
    {
        var now = time.StorableNow();
        var question = new MandateQuestion(request.Mandated, request.Topic, request.AmountCents, request.PerformedDate.ToDateOnly());
        RecordedFact.RefuseFuture(question.On, time.DutchToday(), "performed_date");
        var answers = await db.AnswersAsync(await register.GetAsync(ct), question, request.MunicipalityIds, ct);
        var act = MandatedAct.Record(
            Guid.CreateVersion7(now), request.Subject.Trim(), question, answers, request.RatifyBy?.ToDateOnly(), caller, now);
        db.Add(act);
        return new RecordMandatedActResponse { Act = act.ToProto() };
    }
}

internal sealed class RecordMandatedActValidator : AbstractValidator<RecordMandatedActRequest>
{
    public RecordMandatedActValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Subject).IsLine(RoundRequestRules.MostSubjectCharacters);
        RuleFor(r => r.Mandated).IsCode();
        RuleFor(r => r.Topic).IsCode();
        RuleFor(r => r.AmountCents).GreaterThanOrEqualTo(0);
        RuleFor(r => r.MunicipalityIds).NotEmpty().Custom(MunicipalityRequestRules.AreMunicipalityIds);
        RuleFor(r => r.PerformedDate).IsDay();
        RuleFor(r => r.RatifyBy).IsDayOrAbsent();
        RuleFor(r => r.RatifyBy).Must((r, by) => by!.ToDateOnly() >= r.PerformedDate.ToDateOnly()).WithMessage("An act is ratified on or after its own day.")
            .When(r => r is { RatifyBy: not null, PerformedDate: not null } && r.RatifyBy.TryToDateOnly(out _) && r.PerformedDate.TryToDateOnly(out _));
    }
}
