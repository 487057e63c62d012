using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers;

/// <summary>Registers a provider, once per request id, and tells readers.</summary>
internal sealed class CreateProvider(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProviderService/CreateProvider";

    public Task<CreateProviderResponse> RunAsync(CreateProviderRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RegisterAsync(request.Provider, token), ct);

    private async Task<CreateProviderResponse> RegisterAsync(V1.Provider asked, CancellationToken ct)
    {
        if (await db.Set<Provider>().AnyAsync(p => p.AgbCode == asked.AgbCode, ct))
            throw new DomainException(ProviderRules.Exists, "provider.agb_code", new Dictionary<string, string> { ["agb_code"] = asked.AgbCode });
        var now = time.StorableNow();
        var provider = Provider.Register(Guid.CreateVersion7(now), asked.AgbCode, asked.Name.Trim(), asked.CertifiedInstitution, now);
        db.Add(provider);
        db.Publish(provider.ToEvent(now), provider.Id.ToString("D"));
        return new CreateProviderResponse { Provider = provider.ToProto() };
    }
}

internal sealed class CreateProviderValidator : AbstractValidator<CreateProviderRequest>
{
    public CreateProviderValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Provider).NotNull().ChildRules(provider =>
        {
            provider.RuleFor(p => p.Name).IsLine(ProviderRules.MostNameCharacters);
            provider.RuleFor(p => p.AgbCode).IsAgbCode();
        });
    }
}
