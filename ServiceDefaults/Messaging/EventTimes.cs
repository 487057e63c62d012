using System.Linq.Expressions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>When what a message tells happened, as the message itself says.</summary>
internal static class EventTimes<TMessage>
{
    /// <summary>Reads the time; null where messages of this type carry none.</summary>
    public static Func<TMessage, DateTimeOffset>? OccurredAt { get; } = Compile();

    private static Func<TMessage, DateTimeOffset>? Compile()
    {
        if (typeof(TMessage).GetProperty("OccurredAt") is not { } property || property.PropertyType != typeof(DateTimeOffset))
            return null;
        var message = Expression.Parameter(typeof(TMessage));
        return Expression.Lambda<Func<TMessage, DateTimeOffset>>(Expression.Property(message, property), message).Compile();
    }
}
