namespace Aspire.Hosting.Running;

/// <summary>
/// When a process that failed is started again. One that has never come up is given up after a few attempts, so that
/// a person sees the reason soon; one that has worked comes back for as long as the application runs.
/// </summary>
internal sealed class RestartPolicy(bool restarts)
{
    private const int AttemptsToComeUp = 3;
    private const int LongestPauseExponent = 5;
    private static readonly TimeSpan ProofOfStability = TimeSpan.FromSeconds(10);

    private int failures;
    private bool hasWorked;

    /// <summary>A person who starts it means all attempts.</summary>
    public void Begin() => (failures, hasWorked) = (0, false);

    /// <summary>How long to wait before the next start; null when there is none.</summary>
    public TimeSpan? After(bool wasReady, TimeSpan lifetime)
    {
        if (!restarts)
            return null;
        // Without a health check a process counts as ready the moment it runs, which says little.
        if (wasReady && lifetime > ProofOfStability)
            (failures, hasWorked) = (0, true);
        if (!hasWorked && failures >= AttemptsToComeUp)
            return null;
        return TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures++, LongestPauseExponent)));
    }
}
