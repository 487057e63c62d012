using System.Collections.Concurrent;
using System.Text.Json;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>The stored identity of a message type: its full name, and the assembly to find it in again.</summary>
internal static class MessageTypes
{
    private static readonly ConcurrentDictionary<string, Type> Found = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<Type, bool> Events = new();

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static string Name(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <summary>Whether it is an event: something that happened to an aggregate, whose version it carries. A command has none.</summary>
    public static bool IsEvent(Type type) => Events.GetOrAdd(type, static type => type.GetProperty("AggregateVersion") is not null);

    /// <summary>The stored message as an object.</summary>
    /// <exception cref="JsonException">What is stored cannot be read.</exception>
    public static object Read(string name, string body) =>
        JsonSerializer.Deserialize(body, Find(name), Json) ?? throw new JsonException("The body of the message is null.");

    private static Type Find(string name)
    {
        try
        {
            return Found.GetOrAdd(name, static name => Type.GetType(name, throwOnError: true)!);
        }
        catch (Exception exception) when (exception is TypeLoadException or IOException or BadImageFormatException)
        {
            throw new JsonException($"There is no message type {name}.", exception);
        }
    }
}
