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
internal sealed class KnownJudge(ProcurementDbContext db, TakeAssignments assignments, TakeDeliveries deliveries, TakeRequests requests, TakeClaim claims)
{
    public async Task<KnownVerdict> TakeAsync(Message message, CareSides sides, CareArrival arrival, AnswerStamp stamp, CancellationToken ct)
    {
        var verdict = message switch
        {
            Jw301 assigned => new KnownVerdict(
                [.. await assignments.TakeAsync(assigned, sides, arrival, ct), .. await requests.HonourAsync(assigned, sides, arrival, ct)]),
            Jw305 started => new KnownVerdict(await deliveries.TakeAsync(started, sides, arrival, ct)),
            Jw307 stopped => new KnownVerdict(await deliveries.TakeAsync(stopped, sides, arrival, ct)),
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
}
