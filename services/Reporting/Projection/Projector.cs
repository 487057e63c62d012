using System.Collections.Frozen;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Messaging.History;

namespace Regio.Reporting.Projection;

/// <summary>Applies an event of a history just as its consumer does with one from the bus. Every projection of the service is in it.</summary>
internal static class Projector
{
    private static readonly FrozenDictionary<string, Handler> Handlers = typeof(Projector).Assembly.GetTypes()
        .Where(type => type.BaseType is { IsGenericType: true } of && of.GetGenericTypeDefinition() == typeof(EventProjection<,>))
        .Select(Handler.Of)
        .ToFrozenDictionary(handler => handler.EventType, StringComparer.Ordinal);

    /// <summary>The services whose events are projected, by resource name, with the types of these events.</summary>
    public static ILookup<string, string> Publishers { get; } = Handlers.Values
        .OrderBy(handler => handler.Publisher, StringComparer.Ordinal)
        .ToLookup(handler => handler.Publisher, handler => handler.EventType, StringComparer.Ordinal);

    /// <summary>The rows that the projections write first.</summary>
    public static IReadOnlySet<Type> FirstRows { get; } = Handlers.Values.Select(handler => handler.FirstRow).ToFrozenSet();

    /// <summary>Applies one event and saves it; it belongs to the transaction of the context.</summary>
    public static async Task ApplyAsync(ReportingDbContext db, string eventType, string body, CancellationToken ct)
    {
        await Handlers[eventType].ApplyAsync(db, body, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private sealed record Handler(
        string Publisher, string EventType, Type FirstRow, Func<ReportingDbContext, string, CancellationToken, Task> ApplyAsync)
    {
        public static Handler Of(Type projection)
        {
            var (message, first) = (projection.BaseType!.GetGenericArguments()[0], projection.BaseType.GetGenericArguments()[1]);
            var create = ActivatorUtilities.CreateFactory(projection, [typeof(ReportingDbContext)]);
            var reading = (Reading)Activator.CreateInstance(typeof(Reading<,>).MakeGenericType(message, first))!;
            return new Handler(
                message.Namespace!.Split('.')[^2].ToLowerInvariant(),
                message.FullName!,
                first,
                (db, body, ct) => reading.ApplyAsync(create(NoServices.Instance, [db]), body, ct));
        }
    }

    private abstract class Reading
    {
        public abstract Task ApplyAsync(object projection, string body, CancellationToken ct);
    }

    private sealed class Reading<TEvent, TFirst> : Reading
        where TEvent : class
        where TFirst : class
    {
        public override Task ApplyAsync(object projection, string body, CancellationToken ct) =>
            ((EventProjection<TEvent, TFirst>)projection).ApplyAsync(PublishedEvent.Read<TEvent>(body), ct);
    }

    // A projection that needs more than the context would behave otherwise in a rebuild than on the bus.
    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
