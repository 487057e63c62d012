using Regio.Procurement.Providers.Admissions;
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
        SuspendedDate = certificate.Running?.Validity.From.ToProto(),
        SuspensionGround = certificate.Running?.Ground ?? "",
        Etag = Etag.Of(certificate.Version),
        Suspensions = { certificate.Suspensions.OrderBy(suspension => suspension.Validity.From).Select(ToProto) },
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

    public static V1.CareForm ToProto(this CareForm careForm) => new()
    {
        Id = careForm.Id.ToString("D"),
        ProviderId = careForm.ProviderId.ToString("D"),
        Kind = (V1.CareFormKind)careForm.Kind,
        Period = careForm.Validity.ToProto(),
        Etag = Etag.Of(careForm.Version),
    };

    public static V1.Subcontract ToProto(this Subcontract subcontract) => new()
    {
        Id = subcontract.Id.ToString("D"),
        ProviderId = subcontract.ProviderId.ToString("D"),
        Name = subcontract.Name,
        AgbCode = subcontract.AgbCode,
        ProductId = subcontract.ProductId ?? "",
        Period = subcontract.Validity.ToProto(),
        Etag = Etag.Of(subcontract.Version),
    };

    public static V1.Supervision ToProto(this Supervision supervision) => new()
    {
        Id = supervision.Id.ToString("D"),
        ProviderId = supervision.ProviderId.ToString("D"),
        Inspectorate = (V1.Inspectorate)supervision.Inspectorate,
        Measure = (V1.SupervisionMeasure)supervision.Measure,
        Summary = supervision.Summary,
        Source = supervision.Source.ToProto(),
        Period = supervision.Validity.ToProto(),
        Etag = Etag.Of(supervision.Version),
    };

    public static V1.AdmissionStep ToProto(this AdmissionStep step) => new()
    {
        Id = step.Id.ToString("D"),
        ProviderId = step.ProviderId.ToString("D"),
        State = (V1.AdmissionState)step.State,
        HoldDate = step.HoldsOn.ToProto(),
        Ground = step.Ground,
    };

    private static V1.CertificateSuspension ToProto(CertificateSuspension suspension) => new()
    {
        Period = suspension.Validity.ToProto(),
        Ground = suspension.Ground,
        LiftGround = suspension.LiftGround,
    };
}
