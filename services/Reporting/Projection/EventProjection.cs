using MassTransit;

namespace Regio.Reporting.Projection;

/// <summary>
/// Projects an event, from the bus and from a history alike. A row type of this folder is a table of the projection, and a
/// rebuild empties it.
/// </summary>
/// <typeparam name="TEvent">The event. Its namespace names the publisher.</typeparam>
/// <typeparam name="TFirst">
/// The row that is written first. A rebuild keeps projections out by holding these tables, so whatever one needs later must
/// not be held by it before.
/// </typeparam>
internal abstract class EventProjection<TEvent, TFirst> : IConsumer<TEvent>
    where TEvent : class
    where TFirst : class
{
    /// <summary>Changes the tables; the caller saves and commits.</summary>
    public abstract Task ApplyAsync(TEvent message, CancellationToken ct);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<TEvent> context) => ApplyAsync(context.Message, context.CancellationToken);
}
