namespace Regio.ServiceDefaults.Health;

/// <summary>Tags that say which question a health check answers.</summary>
public static class HealthTags
{
    /// <summary>Can the service do its work: its own database and its bus, never a neighbour.</summary>
    public const string Ready = "ready";

    /// <summary>Is the process itself alive.</summary>
    public const string Live = "live";
}
