using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records until when a provider offers a form of care.</summary>
internal sealed class EndCareForm(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/EndCareForm";

    public Task<EndCareFormResponse> RunAsync(EndCareFormRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => EndAsync(request, token), ct);

    private async Task<EndCareFormResponse> EndAsync(EndCareFormRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var careForm = await db.Set<CareForm>().FromSql($"select * from care_form where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderFactRules.NotFound(ProviderFactRules.CareFormUnknown, request.Id);
        Etag.Require(request.Etag, careForm.Version);
        careForm.End(request.EndDate.ToDateOnly());
        return new EndCareFormResponse { CareForm = careForm.ToProto() };
    }
}

internal sealed class EndCareFormValidator : AbstractValidator<EndCareFormRequest>
{
    public EndCareFormValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
