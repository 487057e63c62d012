namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How health checks become answers of the health service.</summary>
public sealed class GrpcHealthChecksOptions
{
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Answer from the last published report instead of running the checks.</summary>
    public bool UseHealthChecksCache { get; set; }

    /// <summary>Leave watching calls open when the application stops.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }
}
