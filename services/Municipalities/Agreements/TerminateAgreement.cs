using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>Records that an agreement is terminated as of a day.</summary>
internal sealed class TerminateAgreement(MunicipalitiesDbContext db, Once once)
{
    public Task<TerminateAgreementResponse> RunAsync(TerminateAgreementRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<TerminateAgreementResponse> RecordAsync(TerminateAgreementRequest request, Moment moment, CancellationToken ct)
    {
        var notice = request.NoticeDate.ToDateOnly();
        RecordedFact.RefuseFuture(notice, moment.Today, "notice_date");
        var agreement = await db.AgreementToChangeAsync(request.Id, request.Etag, ct);
        agreement.Terminate(notice, request.EndDate.ToDateOnly(), request.Reason.Trim(), moment.Today);
        return new TerminateAgreementResponse { Agreement = agreement.ToProto(moment.Today) };
    }
}

internal sealed class TerminateAgreementValidator : AbstractValidator<TerminateAgreementRequest>
{
    public TerminateAgreementValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.NoticeDate).IsDay();
        RuleFor(r => r.EndDate).IsDay();
        RuleFor(r => r.Reason).IsLine(AgreementFieldRules.MostLineCharacters);
    }
}
