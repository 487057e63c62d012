using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>Records that an obligation is met.</summary>
internal sealed class FulfilObligation(MunicipalitiesDbContext db, Once once)
{
    public Task<FulfilObligationResponse> RunAsync(FulfilObligationRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<FulfilObligationResponse> RecordAsync(FulfilObligationRequest request, Moment moment, CancellationToken ct)
    {
        var done = request.DoneDate.ToDateOnly();
        RecordedFact.RefuseFuture(done, moment.Today, "done_date");
        var agreement = await db.AgreementToChangeAsync(request.Id, etag: "", ct);
        return new FulfilObligationResponse { Obligation = agreement.FulfilObligation(request.Number, done, request.Note.Trim()).ToProto() };
    }
}

internal sealed class FulfilObligationValidator : AbstractValidator<FulfilObligationRequest>
{
    public FulfilObligationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Number).GreaterThan(0);
        RuleFor(r => r.DoneDate).IsDay();
        RuleFor(r => r.Note).IsLine(AgreementFieldRules.MostLineCharacters);
    }
}
