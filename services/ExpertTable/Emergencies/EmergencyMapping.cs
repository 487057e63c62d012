using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Emergencies;

/// <summary>From accesses in an emergency to their messages.</summary>
internal static class EmergencyMapping
{
    public static V1.EmergencyAccess ToProto(this EmergencyAccess access, string municipality) => new()
    {
        Id = access.Id.ToString("D"),
        CaseId = access.CaseId.ToString("D"),
        MunicipalityId = municipality,
        Subject = access.Subject,
        CreateTime = access.OpenedAt.ToProto(),
        ExpireTime = access.ExpiresAt.ToProto(),
        SeenBy = access.SeenBy ?? "",
        SeenTime = access.SeenAt?.ToProto(),
    };
}
