using MassTransit;
using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Runs a consumer once for each message: its effect and the note that it was handled are one transaction. Of two
/// deliveries at the same time the second waits for the first, and then has nothing left to do.
/// </summary>
internal sealed class InboxFilter<TMessage>(ServiceDbContext db, DatabaseState state, MessagingMetrics metrics, TimeProvider time)
    : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
    {
        var ct = context.CancellationToken;
        var consumer = context.ReceiveContext.InputAddress.Segments[^1];
        var messageId = context.MessageId ?? throw new MessageException(typeof(TMessage), "A message without id cannot be handled once.");
        await state.WhenMigratedAsync(ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var inserted = await db.Database.ExecuteSqlAsync(
            $"insert into inbox_message (message_id, consumer, received_at) values ({messageId}, {consumer}, {time.GetUtcNow()}) on conflict do nothing",
            ct);
        if (inserted == 0)
        {
            metrics.Duplicate(consumer);

            // Else the transport takes it for a message that nobody reads, and moves it to a queue of such.
            await context.NotifyConsumed(context, TimeSpan.Zero, consumer);
            return;
        }

        await next.Send(context);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (EventTimes<TMessage>.OccurredAt is { } occurredAt)
            metrics.Handled(consumer, typeof(TMessage).Namespace!, time.GetUtcNow() - occurredAt(context.Message));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
