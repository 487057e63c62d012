using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Mandates;

/// <summary>Records that the mandated or its employer consented.</summary>
internal sealed class RecordConsent(MunicipalitiesDbContext db, IdempotentRequests<MunicipalitiesDbContext> requests)
{
    public Task<RecordConsentResponse> RunAsync(RecordConsentRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(RecordConsentRequest.Descriptor.FullName, caller, request.RequestId, request, token => RecordAsync(request, token), ct);

    private async Task<RecordConsentResponse> RecordAsync(RecordConsentRequest request, CancellationToken ct)
    {
        var mandate = await db.MandateToChangeAsync(request.MandateId, ct);
        mandate.RecordConsent((ConsentParty)request.Party, request.ConsentDate.ToDateOnly());
        return new RecordConsentResponse { Mandate = mandate.ToProto() };
    }
}

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsentRequest>
{
    public RecordConsentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MandateId).IsUuid();
        RuleFor(r => r.Party).IsInEnum().NotEqual(V1.ConsentParty.Unspecified);
        RuleFor(r => r.ConsentDate).IsDay();
    }
}
