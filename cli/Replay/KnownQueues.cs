using Regio.Messages;

namespace Regio.Cli.Replay;

/// <summary>The queues of the suite. The protocol of the broker has no way to ask which queues there are, so the messages tell it.</summary>
public static class KnownQueues
{
    /// <summary>Every queue that a consumer reads, as service-on-message.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Readers.All.Select(reader => reader.Queue)];
}
