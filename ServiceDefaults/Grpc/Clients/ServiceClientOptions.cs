namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>How this service calls others. Bound from the configuration section <c>Clients</c>.</summary>
public sealed class ServiceClientOptions
{
    /// <summary>The section of the configuration that holds them.</summary>
    public const string Section = "Clients";

    /// <summary>Longest that a call with one answer may take, tries included, when the caller sets no deadline.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Tries of a call that is safe to repeat, the first included; 2 to 5.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Pause before the second try; each next one is twice as long.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause between two tries.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMilliseconds(500);

    internal bool AreWhole =>
        Deadline > TimeSpan.Zero && MaxAttempts is >= 2 and <= 5 && FirstPause > TimeSpan.Zero && LongestPause >= FirstPause;
}
