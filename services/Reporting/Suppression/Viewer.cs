using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Suppression;

/// <summary>Who looks at numbers of children.</summary>
internal enum Audience
{
    /// <summary>Anybody: pages without login, councils, providers.</summary>
    Public,

    /// <summary>People of one municipality: its own numbers in full, those of others as the public.</summary>
    Municipality,

    /// <summary>Those who work on the numbers of the whole region.</summary>
    Region,
}

/// <summary>Somebody who looks, and whose numbers are its own.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="MunicipalityId">CBS code of the own municipality; empty for another audience.</param>
internal sealed record Viewer(Audience Audience, string MunicipalityId)
{
    private static readonly string[] RegionalRoles = [Roles.Regiomanager, Roles.PolicyAdviser, Roles.Finance, Roles.TableChair, Roles.PrivacyOfficer];

    private static readonly string[] MunicipalRoles = [.. RegionalRoles, Roles.ContractManager, Roles.ProcessGuide];

    /// <summary>Anybody.</summary>
    public static Viewer Anybody { get; } = new(Audience.Public, "");

    /// <summary>The viewer that a token stands for. A council publishes what it is told, so it sees what the public sees.</summary>
    public static Viewer Of(Caller caller) => caller switch
    {
        { Provider: not null } => Anybody,
        { Municipality: { } own } when caller.Roles.Overlaps(MunicipalRoles) => new(Audience.Municipality, own),
        { Municipality: null } when caller.Roles.Overlaps(RegionalRoles) => new(Audience.Region, ""),
        _ => Anybody,
    };

    /// <summary>Whether what is about this area is the viewer's own.</summary>
    public bool Owns(string areaId) => MunicipalityId.Length > 0 && MunicipalityId == areaId;
}
