using System.Diagnostics;
using System.Threading.Channels;

namespace Regio.Procurement.CareOrders.Groups;

/// <summary>
/// Brings messages that arrive at the same time into one transaction: while one group is judged, the next one gathers. Nobody waits for a group to
/// become larger, and nothing is kept here: whoever brings a message waits for its outcome.
/// </summary>
internal sealed class CareMessageQueue(IServiceScopeFactory scopes, ILogger<CareMessageQueue> logger) : BackgroundService
{
    private const int MostAtOnce = 64;

    // Two, so that one group is read and judged while the database writes the other.
    private const int GroupsAtOnce = 2;

    private static readonly ActivitySource s_source = new("Regio.Procurement.CareOrders");

    private readonly Channel<WaitingMessage> _waiting = Channel.CreateBounded<WaitingMessage>(MostAtOnce * GroupsAtOnce);

    /// <summary>Takes a message in, together with others.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Ends the waiting, and the work when nobody waits for any of its group. The message may take effect all the same; whoever brings it again finds it.</param>
    /// <returns>The message as it was taken; null when it has to be judged by itself.</returns>
    public async Task<GroupedMessage?> TakeAsync(ReadyMessage message, CancellationToken ct)
    {
        var waiting = new WaitingMessage(message, ct);
        try
        {
            await _waiting.Writer.WriteAsync(waiting, ct);
        }
        catch (ChannelClosedException)
        {
            return null;
        }

        return await waiting.Outcome.WaitAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, GroupsAtOnce).Select(_ => JudgeAsync(stoppingToken)));
        }
        finally
        {
            _waiting.Writer.Complete();
            await foreach (var left in _waiting.Reader.ReadAllAsync(CancellationToken.None))
                left.Taken(null);
        }
    }

    private async Task JudgeAsync(CancellationToken ct)
    {
        // The first wait comes at once: what follows runs beside the start of the service.
        while (await _waiting.Reader.WaitToReadAsync(ct))
            await TakeAsync(Next(), ct);
    }

    private MessageGroup Next()
    {
        var group = new MessageGroup();
        while (group.Messages.Count < MostAtOnce && _waiting.Reader.TryRead(out var next))
        {
            // It builds on one of the group: by itself it waits for the end of that.
            if (!group.TryAdd(next))
                next.Taken(null);
        }

        return group;
    }

    private async Task TakeAsync(MessageGroup group, CancellationToken ct)
    {
        if (group.Messages.Count == 0)
            return;
        IReadOnlyList<GroupedMessage?> taken = [];
        using var abandoned = new Abandonment(group.Messages.Select(each => each.GaveUp), ct);
        try
        {
            using var activity = s_source.StartActivity(
                "take care messages", ActivityKind.Internal, parentContext: default, links: group.Messages.Select(each => each.Message.Call).OfType<Activity>().Select(call => new ActivityLink(call.Context)));
            await using var scope = scopes.CreateAsyncScope();
            taken = await scope.ServiceProvider.GetRequiredService<GroupIntake>().TakeAsync([.. group.Messages.Select(each => each.Message)], abandoned.Token);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // Whatever it is: each message tried by itself tells its own bringer, where one is left.
            if (!abandoned.Token.IsCancellationRequested)
                logger.LogWarning(fault, "A group of {Count} care messages is judged one by one", group.Messages.Count);
        }
        finally
        {
            foreach (var (index, waiting) in group.Messages.Index())
                waiting.Taken(index < taken.Count ? taken[index] : null);
        }
    }
}
