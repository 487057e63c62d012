namespace Regio.ServiceDefaults.Messaging;

/// <summary>How the watch over the readers works.</summary>
public sealed class ReaderWatchOptions
{
    /// <summary>The section of the configuration that holds them.</summary>
    public const string Section = "Readers";

    /// <summary>How long a reader may be cut off from a broker that answers before the process ends as failed.</summary>
    public TimeSpan LongestCutOff { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time between two looks.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(5);

    internal bool AreWhole => LongestCutOff > TimeSpan.Zero && Period > TimeSpan.Zero;
}
