namespace Regio.ServiceDefaults.Messaging;

/// <summary>How the relay works; the defaults suit a service with a few replicas.</summary>
public sealed class OutboxOptions
{
    /// <summary>The section of the configuration that holds them.</summary>
    public const string Section = "Outbox";

    /// <summary>Cycles that run side by side in one process.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>Partitions that one cycle takes at most, so that workers and replicas share the load.</summary>
    public int PartitionsPerCycle { get; set; } = 16;

    /// <summary>Messages of one partition that one cycle takes at most.</summary>
    public int MessagesPerPartition { get; set; } = 32;

    /// <summary>Longest time between two looks without a ring: finds what a process left behind that died after its commit.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for the broker to confirm one message.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest pause of a lane whose first message is refused.</summary>
    public TimeSpan LongestLanePause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest pause of a worker while the broker or the database is away.</summary>
    public TimeSpan LongestOutagePause { get; set; } = TimeSpan.FromSeconds(2);

    internal bool AreWhole =>
        Workers > 0 && PartitionsPerCycle > 0 && MessagesPerPartition > 0 && PollInterval > TimeSpan.Zero
        && PublishTimeout > TimeSpan.Zero && LongestLanePause > TimeSpan.Zero && LongestOutagePause > TimeSpan.Zero;
}
