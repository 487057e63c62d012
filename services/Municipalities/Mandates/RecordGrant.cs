using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Mandates;

/// <summary>Records that a council or college granted a mandate; it binds that municipality alone.</summary>
internal sealed class RecordGrant(MunicipalitiesDbContext db, RegisterCache register, IdempotentRequests<MunicipalitiesDbContext> requests)
{
    public Task<RecordGrantResponse> RunAsync(RecordGrantRequest request, Caller caller, CancellationToken ct) => requests.RunAsync(
        RecordGrantRequest.Descriptor.FullName, caller.Subject, request.RequestId, request, token => RecordAsync(request, caller, token), ct);

    private async Task<RecordGrantResponse> RecordAsync(RecordGrantRequest request, Caller caller, CancellationToken ct)
    {
        var body = BodyId.Parse(request.BodyId)!;
        body.NameIn(await register.GetAsync(ct), caller);
        var mandate = await db.MandateToChangeAsync(request.MandateId, ct);
        mandate.RecordGrant(body.Scope, request.BodyId, request.Period.ToValidity(), new Source(request.Source.Title.Trim(), request.Source.Place.Trim()));
        return new RecordGrantResponse { Mandate = mandate.ToProto() };
    }
}

internal sealed class RecordGrantValidator : AbstractValidator<RecordGrantRequest>
{
    public RecordGrantValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MandateId).IsUuid();
        RuleFor(r => r.BodyId).IsGrantingBody();
        RuleFor(r => r.Period).IsPeriod();
        RuleFor(r => r.Source).IsNamedSource();
    }
}
