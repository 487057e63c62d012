using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities;

/// <summary>Who may call what in this service.</summary>
internal static class MunicipalitiesPolicies
{
    public const string ReadRegister = "municipalities.register.read";
    public const string ReadCosts = "municipalities.cost.read";
    public const string AllocateCost = "municipalities.cost.allocate";

    /// <summary>The register, the key and the shares are public in the monitor: whoever has a role may read them.</summary>
    public static readonly AccessPolicy[] All =
    [
        new(ReadRegister, Roles.All),
        new(ReadCosts, Roles.All),
        new(AllocateCost, [Roles.Regiomanager, Roles.Finance]),
    ];
}
