namespace Regio.ServiceDefaults.Grpc;

/// <summary>Bounds on what one call may cost. Bound from the configuration section <c>Grpc</c>.</summary>
public sealed class GrpcLimits
{
    /// <summary>Largest message that is read, in bytes.</summary>
    public int MaxReceiveBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Largest message that is written, in bytes.</summary>
    public int MaxSendBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Longest that a call with one answer may take, whatever deadline the caller gave.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most connections at the same time.</summary>
    public int MaxConnections { get; set; } = 2_000;

    /// <summary>Most calls at the same time on one connection; further ones wait at the client.</summary>
    public int MaxStreamsPerConnection { get; set; } = 200;

    /// <summary>Most calls at the same time of one caller, over all its connections; a further one is refused.</summary>
    public int MaxCallsPerCaller { get; set; } = 400;
}
