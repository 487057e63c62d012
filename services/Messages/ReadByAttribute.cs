using System.Reflection;
using System.Text.RegularExpressions;

namespace Regio.Messages;

/// <summary>
/// Names the service that reads this message. Its queue is declared by the publisher before the first message, so that nothing
/// is dropped that was sent before the reader ran for the first time, and by its name the client replays what was set aside.
/// </summary>
/// <param name="service">The reading service, such as reporting; its consumer bears the message's name with On before it.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReadByAttribute(string service) : Attribute
{
    /// <summary>The reading service.</summary>
    public string Service { get; } = service;
}

/// <summary>Who reads which message.</summary>
public static partial class Readers
{
    /// <summary>Every message that has a reader, with the queue of that reader.</summary>
    public static IReadOnlyList<(Type Message, string Queue)> All { get; } =
    [
        .. from message in typeof(Readers).Assembly.GetExportedTypes()
           from reader in message.GetCustomAttributes<ReadByAttribute>()
           let queue = $"{reader.Service}-on{Capital().Replace(message.Name, "-$0").ToLowerInvariant()}"
           orderby queue
           select (message, queue),
    ];

    [GeneratedRegex("[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
