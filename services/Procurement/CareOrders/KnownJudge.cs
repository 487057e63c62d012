using Regio.CareMessages.Answers;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Claims;
using Regio.Procurement.CareOrders.Requests;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders;

/// <summary>What came of judging a message against what is known.</summary>
/// <param name="Findings">What was found.</param>
internal sealed record KnownVerdict(IReadOnlyList<Finding> Findings)
{
    /// <summary>The answer to a claim that was taken, with its refused lines; null for every other message.</summary>
    public Jw325? ClaimAnswer { get; init; }

    /// <summary>Whether the message counts as never sent. A claim is refused line by line.</summary>
    public bool Refuses => ClaimAnswer is null && Findings.Refuse();
}

/// <summary>Judges a message that is right by itself against what is known, and lets it take effect when nothing refuses it. It is its turn.</summary>
internal sealed class KnownJudge(ProcurementDbContext db, KnownClientReader clients, TakeAssignments assignments, TakeRequests requests, TakeClaim claims)
{
    public async Task<KnownVerdict> TakeAsync(Message message, CareSides sides, CareArrival arrival, AnswerStamp stamp, CancellationToken ct)
    {
        var verdict = message switch
        {
            Jw301 or Jw305 or Jw307 => await TakeAsync(message, sides, (await clients.ReadAsync([(message, sides)], ct))[0], arrival, await FoundOutsideAsync(message, sides, ct), ct),
            Jw315 asked => new KnownVerdict(await requests.TakeAsync(asked, sides, arrival, ct)),
            Jw317 asked => new KnownVerdict(await requests.TakeAsync(asked, sides, arrival, ct)),
            Jw319 answered => new KnownVerdict(await requests.AnswerAsync(answered, sides, arrival, ct)),
            Jw323 claimed => await claims.TakeAsync(claimed, sides, arrival, stamp, ct),
            _ => new KnownVerdict([]),
        };
        if (verdict.Refuses)
            db.ChangeTracker.Clear();
        return verdict;
    }

    /// <summary>Judges a message about what a client was assigned. What is known of the client is changed by one that is refused too, and is not to be saved then.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sides">Its two sides.</param>
    /// <param name="known">What is known of its client.</param>
    /// <param name="arrival">When it came in.</param>
    /// <param name="outside">What was found about it where other services were asked.</param>
    /// <param name="ct">Ends it without effect.</param>
    public async Task<KnownVerdict> TakeAsync(Message message, CareSides sides, KnownClient known, CareArrival arrival, IEnumerable<Finding> outside, CancellationToken ct)
    {
        var verdict = new KnownVerdict(message switch
        {
            Jw301 assigned => [.. outside, .. await assignments.TakeAsync(assigned, sides, known, arrival, ct), .. await requests.HonourAsync(assigned, sides, known.Id, arrival, ct)],
            Jw305 started => TakeDeliveries.Take(started, sides, known, arrival),
            Jw307 stopped => TakeDeliveries.Take(stopped, known, arrival),
            _ => throw new ArgumentException($"A {message.GetType().Name} is not about what a client was assigned.", nameof(message)),
        });
        if (!verdict.Refuses)
            db.AddRange(known.New);
        return verdict;
    }

    private async Task<IEnumerable<Finding>> FoundOutsideAsync(Message message, CareSides sides, CancellationToken ct) =>
        message is Jw301 assigned ? await assignments.CheckMunicipalityAsync(assigned, sides, ct) : [];
}
