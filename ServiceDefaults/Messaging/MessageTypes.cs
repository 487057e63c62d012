using System.Collections.Concurrent;
using System.Text.Json;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>The stored identity of a message type: its full name, and the assembly to find it in again.</summary>
internal static class MessageTypes
{
    private static readonly ConcurrentDictionary<string, Type> Found = new(StringComparer.Ordinal);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static string Name(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    public static Type Find(string name) =>
        Found.GetOrAdd(name, static name => Type.GetType(name, throwOnError: true)!);
}
