using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Messaging.History;

/// <summary>Who may read the history of a service.</summary>
public static class HistoryPolicies
{
    /// <summary>Read what a service has published.</summary>
    public const string Read = "history.read";

    /// <summary>Other services read on their own account, or for an operator.</summary>
    public static readonly AccessPolicy[] All = [new(Read, [Roles.Service, Roles.Operator])];
}
