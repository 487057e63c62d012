using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records a certificate.</summary>
internal sealed class RecordCertificate(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProviderFactService/RecordCertificate";

    public Task<RecordCertificateResponse> RunAsync(RecordCertificateRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Certificate, token), ct);

    private async Task<RecordCertificateResponse> RecordAsync(V1.Certificate asked, CancellationToken ct)
    {
        var provider = await db.KnownProviderAsync(asked.ProviderId, "certificate.provider_id", ct);
        var now = time.StorableNow();
        var certificate = Certificate.Record(Guid.CreateVersion7(now), provider, asked.Name.Trim(), asked.Period.ToValidity(), now);
        db.Add(certificate);
        return new RecordCertificateResponse { Certificate = certificate.ToProto() };
    }
}

internal sealed class RecordCertificateValidator : AbstractValidator<RecordCertificateRequest>
{
    public RecordCertificateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Certificate).NotNull().ChildRules(certificate =>
        {
            certificate.RuleFor(c => c.ProviderId).IsUuid();
            certificate.RuleFor(c => c.Name).IsLine(ProviderRules.MostNameCharacters);
            certificate.RuleFor(c => c.Period).IsPeriod();
        });
    }
}
