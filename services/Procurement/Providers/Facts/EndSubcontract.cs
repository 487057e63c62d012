using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records until when a subcontractor delivers.</summary>
internal sealed class EndSubcontract(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/EndSubcontract";

    public Task<EndSubcontractResponse> RunAsync(EndSubcontractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => EndAsync(request, token), ct);

    private async Task<EndSubcontractResponse> EndAsync(EndSubcontractRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var subcontract = await db.Set<Subcontract>().FromSql($"select * from subcontract where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderFactRules.NotFound(ProviderFactRules.SubcontractUnknown, request.Id);
        Etag.Require(request.Etag, subcontract.Version);
        subcontract.End(request.EndDate.ToDateOnly());
        return new EndSubcontractResponse { Subcontract = subcontract.ToProto() };
    }
}

internal sealed class EndSubcontractValidator : AbstractValidator<EndSubcontractRequest>
{
    public EndSubcontractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
