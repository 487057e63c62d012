using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.Messages.ExpertTable.V1;
using Regio.ServiceDefaults.Messaging.History;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>
/// Counts bottlenecks from what the service published, which stays: the file of a case is sealed, and may be destroyed while
/// what it counted for remains. The monitor counts from the same events.
/// </summary>
internal sealed class BottleneckReader(ExpertTableDbContext db)
{
    // What happened is written down moments later, and never before.
    private static readonly TimeSpan s_late = TimeSpan.FromDays(1);

    private static readonly DateTimeOffset s_never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<BottleneckCounts> CountAsync(HalfYear halfYear, CancellationToken ct)
    {
        var (from, until) = (halfYear.From.ToUniversalTime(), halfYear.Until.ToUniversalTime());
        var outcomes = (await BodiesAsync<CaseOutcomeRecorded>(from, until + s_late, ct)).Where(outcome => outcome.OccurredAt >= from && outcome.OccurredAt < until);
        var moves = (await BodiesAsync<CaseStateChanged>(from, until + s_late, ct)).Where(move => move.OccurredAt >= from && move.OccurredAt < until);
        // A consultation may be recorded long after it was held.
        var consultations = (await BodiesAsync<ConsultationHeld>(from, s_never, ct)).Where(consultation => halfYear.Holds(consultation.HeldOn));
        return BottleneckCounts.Of(
            [.. outcomes.Select(outcome => new CaseBottlenecks(outcome.CaseId, outcome.Bottlenecks))],
            [.. consultations.Select(consultation => consultation.Bottlenecks)],
            [.. moves.Where(move => move.Bottlenecks is not null).Select(move => new CaseBottlenecks(move.CaseId, move.Bottlenecks!))]);
    }

    // Some dozens of cases a year, of each some moves; found by ix_outbox_message_event.
    private async Task<IEnumerable<T>> BodiesAsync<T>(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
        where T : class
    {
        var name = PublishedEvent.NameOf<T>();
        var bodies = await db.Database.SqlQuery<string>(
            $"""
             select body::text as "Value" from outbox_message
             where is_event and split_part(message_type, ',', 1) = {name} and created_at >= {from} and created_at < {until}
             """).ToListAsync(ct);
        return bodies.Select(PublishedEvent.Read<T>);
    }
}
