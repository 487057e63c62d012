using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers;

/// <summary>From providers to their messages and events.</summary>
internal static class ProviderMapping
{
    public static V1.Provider ToProto(this Provider provider) => new()
    {
        Id = provider.Id.ToString("D"),
        Name = provider.Name,
        AgbCode = provider.AgbCode,
        CertifiedInstitution = provider.CertifiedInstitution,
        Etag = Etag.Of(provider.Version),
        CreateTime = provider.CreatedAt.ToProto(),
    };

    public static ProviderChanged ToEvent(this Provider provider, DateTimeOffset now) => new()
    {
        ProviderId = provider.Id,
        AggregateVersion = provider.Version,
        OccurredAt = now,
        AgbCode = provider.AgbCode,
        Name = provider.Name,
        CertifiedInstitution = provider.CertifiedInstitution,
    };
}
