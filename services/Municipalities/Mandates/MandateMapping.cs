using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Mandates;

/// <summary>From mandates and acts to their messages. The numbers of the enums are those of the messages.</summary>
internal static class MandateMapping
{
    public static V1.Mandate ToProto(this Mandate mandate) => new()
    {
        Id = mandate.Id.ToString("D"),
        RegionId = mandate.RegionId,
        Mandated = mandate.Mandated,
        Topics = { mandate.Topics },
        LimitCents = mandate.LimitCents,
        SubMandateAllowed = mandate.SubMandateAllowed,
        ParentId = mandate.ParentId?.ToString("D") ?? "",
        NeedsEmployerConsent = mandate.NeedsEmployerConsent,
        Grants = { mandate.Grants.OrderBy(g => g.Number).Select(ToProto) },
        Consents = { mandate.Consents.OrderBy(c => c.Party).Select(ToProto) },
        Etag = Etag.Of(mandate.Version),
    };

    public static V1.MandateAnswer ToProto(this MandateAnswer answer) => new()
    {
        MunicipalityId = answer.MunicipalityId,
        Covered = answer.IsCovered,
        Reason = (V1.MandateReason)answer.Reason,
        Explanation = MandateCheck.Explain(answer.Reason),
        MandateId = answer.MandateId?.ToString("D") ?? "",
    };

    public static V1.MandatedAct ToProto(this MandatedAct act) => new()
    {
        Id = act.Id.ToString("D"),
        Subject = act.Subject,
        Mandated = act.Mandated,
        Topic = act.Topic,
        AmountCents = act.AmountCents,
        PerformedDate = act.PerformedOn.ToProto(),
        State = (V1.MandatedActState)act.State,
        RatifyBy = act.RatifyBy?.ToProto(),
        Authorities = { act.Authorities.OrderBy(a => a.MunicipalityId, StringComparer.Ordinal).Select(ToProto) },
        Etag = Etag.Of(act.Version),
    };

    private static V1.MandateGrant ToProto(MandateGrant grant) => new()
    {
        BodyId = grant.BodyId,
        Period = grant.Validity.ToProto(),
        WithdrawnDate = grant.WithdrawnOn?.ToProto(),
        Source = grant.Source.ToProto(),
    };

    private static V1.MandateConsent ToProto(MandateConsent consent) => new()
    {
        Party = (V1.ConsentParty)consent.Party,
        ConsentDate = consent.ConsentedOn.ToProto(),
    };

    private static V1.ActAuthority ToProto(ActAuthority authority) => new()
    {
        MunicipalityId = authority.MunicipalityId,
        Reason = (V1.MandateReason)authority.Reason,
        MandateId = authority.MandateId?.ToString("D") ?? "",
        Ratified = authority.Ratified == true,
        DecidedDate = authority.DecidedOn?.ToProto(),
    };
}
