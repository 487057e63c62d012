using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>Records that all parties signed, and from when the agreement holds.</summary>
internal sealed class BringIntoForce(MunicipalitiesDbContext db, Once once)
{
    public Task<BringIntoForceResponse> RunAsync(BringIntoForceRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<BringIntoForceResponse> RecordAsync(BringIntoForceRequest request, Moment moment, CancellationToken ct)
    {
        var signed = request.SignedDate.ToDateOnly();
        RecordedFact.RefuseFuture(signed, moment.Today, "signed_date");
        var agreement = await db.AgreementToChangeAsync(request.Id, request.Etag, ct);
        agreement.BringIntoForce(signed, request.Period.ToValidity(), request.ContentHash, moment.Today);
        return new BringIntoForceResponse { Agreement = agreement.ToProto(moment.Today) };
    }
}

internal sealed class BringIntoForceValidator : AbstractValidator<BringIntoForceRequest>
{
    public BringIntoForceValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SignedDate).IsDay();
        RuleFor(r => r.Period).IsPeriod();
        RuleFor(r => r.ContentHash).IsContentHash();
    }
}
