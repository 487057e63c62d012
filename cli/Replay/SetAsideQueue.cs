using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace Regio.Cli.Replay;

/// <summary>A queue of messages that a consumer set aside: those that failed, or those that nobody there reads.</summary>
public sealed record SetAsideQueue(string Name, string Origin)
{
    private static readonly string[] s_suffixes = ["_error", "_skipped"];

    /// <summary>The queues beside the one that a consumer reads.</summary>
    public static IEnumerable<SetAsideQueue> Beside(string queue) => s_suffixes.Select(suffix => new SetAsideQueue(queue + suffix, queue));

    /// <summary>The queues that a name stands for: itself when it is one of those set aside, else both beside it.</summary>
    public static IEnumerable<SetAsideQueue> Named(string name)
    {
        var suffix = Array.Find(s_suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));
        return suffix is null ? Beside(name) : [new SetAsideQueue(name, name[..^suffix.Length])];
    }
}

/// <summary>What can be said of a message that was set aside without showing what is in it.</summary>
public sealed record Failure(string MessageId, string Reason, string At)
{
    private const string FaultPrefix = "MT-Fault-";
    private const string ReasonHeader = "MT-Reason";

    internal static Failure Of(IReadOnlyBasicProperties properties)
    {
        var type = Text(properties, $"{FaultPrefix}ExceptionType");
        var reason = type.Length == 0 ? Text(properties, ReasonHeader) : $"{type}: {Text(properties, $"{FaultPrefix}Message")}";
        return new Failure(properties.MessageId ?? "", reason, Text(properties, $"{FaultPrefix}Timestamp"));
    }

    /// <summary>The message as it was before it failed: a second failure writes a record of its own.</summary>
    internal static BasicProperties Without(IReadOnlyBasicProperties properties)
    {
        var cleaned = new BasicProperties(properties);
        if (properties.Headers is { } headers)
        {
            cleaned.Headers = headers
                .Where(header => !header.Key.StartsWith(FaultPrefix, StringComparison.Ordinal) && header.Key != ReasonHeader)
                .ToDictionary(StringComparer.Ordinal);
        }

        return cleaned;
    }

    private static string Text(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) != true ? "" : value switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
