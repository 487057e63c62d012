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

    /// <summary>
    /// Bound of the pause before the second try; each next one is twice as long. A pause is drawn between nothing and its
    /// bound, and until the balancer has seen that a server is gone, half of the tries still go there: together the pauses
    /// are to last longer than that takes on a busy machine.
    /// </summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Bound of the longest pause between two tries.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(1);

    internal bool AreWhole =>
        Deadline > TimeSpan.Zero && MaxAttempts is >= 2 and <= 5 && FirstPause > TimeSpan.Zero && LongestPause >= FirstPause;
}
