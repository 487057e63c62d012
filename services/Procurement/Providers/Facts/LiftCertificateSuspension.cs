using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records that the suspension of a certificate was lifted.</summary>
internal sealed class LiftCertificateSuspension(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.ProviderFactService/LiftCertificateSuspension";

    public Task<LiftCertificateSuspensionResponse> RunAsync(LiftCertificateSuspensionRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => LiftAsync(request, token), ct);

    private async Task<LiftCertificateSuspensionResponse> LiftAsync(LiftCertificateSuspensionRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var certificate = await db.Set<Certificate>().FromSql($"select * from certificate where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderFactRules.NotFound(ProviderFactRules.CertificateUnknown, request.Id);
        Etag.Require(request.Etag, certificate.Version);
        certificate.LiftSuspension(request.LiftedDate.ToDateOnly(), request.Ground.Trim());
        return new LiftCertificateSuspensionResponse { Certificate = certificate.ToProto() };
    }
}

internal sealed class LiftCertificateSuspensionValidator : AbstractValidator<LiftCertificateSuspensionRequest>
{
    public LiftCertificateSuspensionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.LiftedDate).IsDay();
        RuleFor(r => r.Ground).IsLine(ProviderFactRules.MostTextCharacters);
    }
}
