using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records until when a measure of an inspectorate holds.</summary>
internal sealed class EndSupervision(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/EndSupervision";

    public Task<EndSupervisionResponse> RunAsync(EndSupervisionRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => EndAsync(request, token), ct);

    private async Task<EndSupervisionResponse> EndAsync(EndSupervisionRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        // Not locked: of two ends at once the second fails on the version.
        var supervision = await db.Set<Supervision>().SingleOrDefaultAsync(s => s.Id == id, ct)
            ?? throw ProviderFactRules.NotFound(ProviderFactRules.SupervisionUnknown, request.Id);
        Etag.Require(request.Etag, supervision.Version);
        supervision.End(request.EndDate.ToDateOnly());
        return new EndSupervisionResponse { Supervision = supervision.ToProto() };
    }
}

internal sealed class EndSupervisionValidator : AbstractValidator<EndSupervisionRequest>
{
    public EndSupervisionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
