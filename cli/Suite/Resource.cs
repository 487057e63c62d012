using System.Text.Json.Serialization;

namespace Regio.Cli.Suite;

/// <summary>The two endpoints of a service, in the order in which the app host names them.</summary>
public enum Endpoint
{
    /// <summary>HTTP/2, for gRPC.</summary>
    Grpc = 0,

    /// <summary>HTTP/1.1, for pages, downloads and health.</summary>
    Http = 1,
}

/// <summary>A resource as the app host describes it.</summary>
public sealed record Resource(string Name, string Type, string State, string? Health, IReadOnlyList<string>? Urls, int? Pid, string? Reason = null)
{
    private static readonly string[] s_failed = ["FailedToStart", "Exited", "RuntimeUnhealthy"];

    /// <summary>Runs, and passes its health checks if it has any.</summary>
    [JsonIgnore]
    public bool IsHealthy => State is "Running" or "Finished" && Health is null or "" or "Healthy";

    /// <summary>Will not become healthy by waiting.</summary>
    [JsonIgnore]
    public bool HasFailed => s_failed.Contains(State, StringComparer.Ordinal);

    /// <summary>State and health in a few words.</summary>
    [JsonIgnore]
    public string Condition => Health is { Length: > 0 } ? $"{State}, {Health}" : State;

    /// <summary>The addresses, for people.</summary>
    [JsonIgnore]
    public string Addresses => string.Join("  ", Urls ?? []);

    /// <summary>The address of one endpoint of a service.</summary>
    public Uri Address(Endpoint endpoint) => Urls is { } urls && urls.Count > (int)endpoint
        ? new Uri(urls[(int)endpoint])
        : throw new CommandFailedException($"{Name} has no {endpoint} address yet (it is {Condition}).");
}
