using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers;

/// <summary>From providers to their messages.</summary>
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
}
