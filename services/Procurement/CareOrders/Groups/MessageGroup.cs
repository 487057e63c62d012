using System.Security.Cryptography;
using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.CareOrders.Groups;

/// <summary>
/// Messages that are judged in one transaction, by what was known before it. So no two of them concern the same client, the same file, the same
/// number of a message or the same number of an assignment.
/// </summary>
internal sealed class MessageGroup
{
    private readonly List<WaitingMessage> _messages = [];
    private readonly HashSet<object> _concerned = [];

    public IReadOnlyList<WaitingMessage> Messages => _messages;

    /// <summary>Takes a message up; false when it has to follow one of those that are in it.</summary>
    public bool TryAdd(WaitingMessage waiting)
    {
        var concerns = Concerns(waiting.Message).ToHashSet();
        if (concerns.Overlaps(_concerned))
            return false;
        _concerned.UnionWith(concerns);
        _messages.Add(waiting);
        return true;
    }

    private static IEnumerable<object> Concerns(ReadyMessage message)
    {
        yield return ("file", Convert.ToHexString(message.FileHash));
        yield return ("number", Convert.ToHexString(message.NumberHash));
        yield return ("client", KnownClientReader.BsnOf(message.Message));
        foreach (var number in KnownClientReader.NumbersIn(message.Message))
            yield return ("assignment", message.Sides.MunicipalityId, number);
    }
}

/// <summary>A message that waits to be judged.</summary>
/// <param name="Message">The message.</param>
/// <param name="GaveUp">Cancelled when whoever brings it waits no more.</param>
internal sealed record WaitingMessage(ReadyMessage Message, CancellationToken GaveUp)
{
    // Whoever waits goes on by itself, and not on the thread that judges the next ones.
    private readonly TaskCompletionSource<GroupedMessage?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The message as it was taken; null when it has to be judged by itself.</summary>
    public Task<GroupedMessage?> Outcome => _outcome.Task;

    /// <summary>Ends the waiting. Nobody reads the file after that, also when whoever brought it went away.</summary>
    public void Taken(GroupedMessage? message)
    {
        CryptographicOperations.ZeroMemory(Message.File);
        _outcome.TrySetResult(message);
    }
}
