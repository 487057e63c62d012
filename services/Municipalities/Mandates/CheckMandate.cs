using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Mandates;

/// <summary>Whether an act would be authorised on a day, for each municipality, and why or why not.</summary>
internal sealed class CheckMandate(MunicipalitiesDbContext db, RegisterCache register, TimeProvider time)
{
    public async Task<CheckMandateResponse> RunAsync(CheckMandateRequest request, CancellationToken ct)
    {
        var question = new MandateQuestion(request.Mandated, request.Topic, request.AmountCents, AsOf.OrToday(request.AsOf, time));
        var answers = await db.AnswersAsync(await register.GetAsync(ct), question, request.MunicipalityIds, ct);
        return new CheckMandateResponse { Covered = answers.All(a => a.IsCovered), Answers = { answers.Select(a => a.ToProto()) } };
    }
}

internal sealed class CheckMandateValidator : AbstractValidator<CheckMandateRequest>
{
    public CheckMandateValidator()
    {
        RuleFor(r => r.Mandated).IsCode();
        RuleFor(r => r.Topic).IsCode();
        RuleFor(r => r.AmountCents).GreaterThanOrEqualTo(0);
        RuleFor(r => r.MunicipalityIds).NotEmpty().Custom(MunicipalityRequestRules.AreMunicipalityIds);
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
