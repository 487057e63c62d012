namespace Aspire.Hosting.Running;

/// <summary>What to start for a resource, and how to end it.</summary>
internal sealed record ProcessSpec(string FileName, IReadOnlyList<string> Arguments)
{
    public string? WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Servers get nothing of the caller's environment: its RABBITMQ_, ERL_ and PG variables would change them.</summary>
    public bool InheritsEnvironment { get; init; } = true;

    /// <summary>Variables of the host's own that the process must not see.</summary>
    public IReadOnlyList<string> HiddenEnvironment { get; init; } = [];

    /// <summary>State directory of the host, by which a child is known that could not be recorded any more.</summary>
    public string? Store { get; init; }

    /// <summary>Variable by which the guard knows a child that it was not told of any more.</summary>
    public KeyValuePair<string, string>? GuardMark { get; init; }

    /// <summary>The account to run under, where the host's own (root) is not acceptable.</summary>
    public string? User { get; init; }

    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>What the guard sends when the host is gone without having stopped its children.</summary>
    public Signal OrphanSignal { get; init; } = Signal.Terminate;

    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);
}

internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
}
