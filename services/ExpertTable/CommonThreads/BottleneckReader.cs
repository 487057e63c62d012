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
    public async Task<BottleneckCounts> CountAsync(HalfYear halfYear, CancellationToken ct)
    {
        var (from, until) = (halfYear.From.ToUniversalTime(), halfYear.Until.ToUniversalTime());
        var outcomes = (await BodiesAsync<CaseOutcomeRecorded>(ct)).Where(outcome => outcome.OccurredAt >= from && outcome.OccurredAt < until);
        var consultations = (await BodiesAsync<ConsultationHeld>(ct)).Where(consultation => halfYear.Holds(consultation.HeldOn));
        return BottleneckCounts.Of([.. outcomes.Select(o => o.Bottlenecks)], [.. consultations.Select(c => c.Bottlenecks)]);
    }

    // Some dozens a year.
    private async Task<IEnumerable<T>> BodiesAsync<T>(CancellationToken ct)
        where T : class
    {
        var name = PublishedEvent.NameOf<T>();
        var bodies = await db.Database
            .SqlQuery<string>($"""select body::text as "Value" from outbox_message where is_event and split_part(message_type, ',', 1) = {name}""").ToListAsync(ct);
        return bodies.Select(PublishedEvent.Read<T>);
    }
}
