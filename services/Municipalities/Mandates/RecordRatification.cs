using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Mandates;

/// <summary>Records that a council or college ratified an unauthorised act, or refused to.</summary>
internal sealed class RecordRatification(
    MunicipalitiesDbContext db, RegisterCache register, IdempotentRequests<MunicipalitiesDbContext> requests, TimeProvider time)
{
    public Task<RecordRatificationResponse> RunAsync(RecordRatificationRequest request, Caller caller, CancellationToken ct) => requests.RunAsync(
        RecordRatificationRequest.Descriptor.FullName, caller.Subject, request.RequestId, request, token => RecordAsync(request, caller, token), ct);

    private async Task<RecordRatificationResponse> RecordAsync(RecordRatificationRequest request, Caller caller, CancellationToken ct)
    {
        var body = BodyId.Parse(request.BodyId)!;
        body.NameIn(await register.GetAsync(ct), caller);
        var act = await db.ActToChangeAsync(request.ActId, ct);
        var on = request.DecidedDate.ToDateOnly();
        RecordedFact.RefuseFuture(on, time.DutchToday(), "decided_date");
        act.RecordRatification(body.Scope, request.Ratified, on);
        return new RecordRatificationResponse { Act = act.ToProto() };
    }
}

internal sealed class RecordRatificationValidator : AbstractValidator<RecordRatificationRequest>
{
    public RecordRatificationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.ActId).IsUuid();
        RuleFor(r => r.BodyId).IsGrantingBody();
        RuleFor(r => r.DecidedDate).IsDay();
    }
}
