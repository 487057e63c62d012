using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers;

/// <summary>Changes the fields of a provider that the mask names, and tells readers.</summary>
internal sealed class UpdateProvider(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    public const string Name = "name";
    public const string Certified = "certified_institution";
    private const string Rpc = "regio.procurement.v1.ProviderService/UpdateProvider";

    public Task<UpdateProviderResponse> RunAsync(UpdateProviderRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<UpdateProviderResponse> ChangeAsync(UpdateProviderRequest request, CancellationToken ct)
    {
        var asked = request.Provider;
        var paths = FieldMasks.Paths(request.UpdateMask, Name, Certified);
        var id = Guid.ParseExact(asked.Id, "D");
        var provider = await db.Set<Provider>().FromSql($"select * from provider where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderRules.NotFound(asked.Id, "provider.id");
        Etag.Require(asked.Etag, provider.Version, "provider.etag");

        provider.Change(paths.Contains(Name) ? asked.Name.Trim() : null, paths.Contains(Certified) ? asked.CertifiedInstitution : null);
        db.Publish(provider.ToEvent(time.StorableNow()), provider.Id.ToString("D"));
        return new UpdateProviderResponse { Provider = provider.ToProto() };
    }
}

internal sealed class UpdateProviderValidator : AbstractValidator<UpdateProviderRequest>
{
    public UpdateProviderValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Provider).NotNull().ChildRules(provider => provider.RuleFor(p => p.Id).IsUuid());
        RuleFor(r => r.Provider.Name).IsLine(ProviderRules.MostNameCharacters).When(r => r.Provider is not null && r.UpdateMask.Names(UpdateProvider.Name));
    }
}
