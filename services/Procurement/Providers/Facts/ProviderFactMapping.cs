using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Providers.Facts;

/// <summary>From what is known of providers to its messages.</summary>
internal static class ProviderFactMapping
{
    public static V1.Certificate ToProto(this Certificate certificate) => new()
    {
        Id = certificate.Id.ToString("D"),
        ProviderId = certificate.ProviderId.ToString("D"),
        Name = certificate.Name,
        Period = certificate.Validity.ToProto(),
        SuspendedDate = certificate.SuspendedOn?.ToProto(),
        SuspensionGround = certificate.SuspensionGround,
        Etag = Etag.Of(certificate.Version),
    };

    public static V1.ContinuitySignal ToProto(this ContinuitySignal signal) => new()
    {
        Id = signal.Id.ToString("D"),
        ProviderId = signal.ProviderId.ToString("D"),
        Kind = (V1.SignalKind)signal.Kind,
        Summary = signal.Summary,
        NotedDate = signal.NotedOn.ToProto(),
        FollowUpDate = signal.FollowUpOn.ToProto(),
        ClosedDate = signal.ClosedOn?.ToProto(),
        Outcome = signal.Outcome,
        Etag = Etag.Of(signal.Version),
    };

    public static V1.EssentialSupply ToProto(this EssentialSupply supply) => new()
    {
        Id = supply.Id.ToString("D"),
        ProviderId = supply.ProviderId.ToString("D"),
        ProductId = supply.ProductId ?? "",
        Period = supply.Validity.ToProto(),
        Ground = supply.Ground,
    };
}
