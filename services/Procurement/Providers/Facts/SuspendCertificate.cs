using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records that a certificate was suspended.</summary>
internal sealed class SuspendCertificate(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProviderFactService/SuspendCertificate";

    public Task<SuspendCertificateResponse> RunAsync(SuspendCertificateRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => SuspendAsync(request, token), ct);

    private async Task<SuspendCertificateResponse> SuspendAsync(SuspendCertificateRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var certificate = await db.Set<Certificate>().FromSql($"select * from certificate where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderFactRules.NotFound(ProviderFactRules.CertificateUnknown, request.Id);
        Etag.Require(request.Etag, certificate.Version);
        certificate.Suspend(Guid.CreateVersion7(time.StorableNow()), request.SuspendedDate.ToDateOnly(), request.Ground.Trim());
        return new SuspendCertificateResponse { Certificate = certificate.ToProto() };
    }
}

internal sealed class SuspendCertificateValidator : AbstractValidator<SuspendCertificateRequest>
{
    public SuspendCertificateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SuspendedDate).IsDay();
        RuleFor(r => r.Ground).IsLine(ProviderFactRules.MostTextCharacters);
    }
}
