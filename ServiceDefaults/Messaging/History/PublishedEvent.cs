using System.Text.Json;

namespace Regio.ServiceDefaults.Messaging.History;

/// <summary>Turns what a history holds back into the event that was published.</summary>
public static class PublishedEvent
{
    /// <summary>The name of an event type in a history.</summary>
    public static string NameOf<T>() => typeof(T).FullName!;

    /// <summary>The event.</summary>
    /// <exception cref="JsonException">The body is not such an event.</exception>
    public static T Read<T>(string body)
        where T : class =>
        JsonSerializer.Deserialize<T>(body, MessageTypes.Json) ?? throw new JsonException("The body of the event is null.");
}
