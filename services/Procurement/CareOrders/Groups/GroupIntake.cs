using System.Diagnostics;
using Microsoft.Extensions.Options;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Writing;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Trajectories;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Groups;

/// <summary>
/// Takes in messages of a group in one transaction, with about as many statements as one message needs. It takes only what nothing refuses:
/// whatever is a repetition or is refused is left to <see cref="CareIntake"/>, and leaves nothing here.
/// </summary>
internal sealed class GroupIntake(
    ProcurementDbContext db,
    CareMessageReader messages,
    StoredCareFiles files,
    KnownClientReader clients,
    OutsideReader outside,
    KnownJudge known,
    CareMessageRecords records,
    ShownCareMessageReader shown,
    StoredTrajectories trajectories,
    IOptions<CareMessageOptions> options,
    TimeProvider time)
{
    /// <summary>Takes messages in.</summary>
    /// <param name="group">The messages of a group.</param>
    /// <param name="ct">Ends it without effect.</param>
    /// <returns>Each as it was taken, in their order; null where it has to be judged by itself.</returns>
    public async Task<IReadOnlyList<GroupedMessage?>> TakeAsync(IReadOnlyList<ReadyMessage> group, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var numbers = await messages.LockFilesAsync(group.Select(each => each.FileHash), ct);
        await messages.WaitForTurnsAsync(group.Select(each => (each.NumberHash, each.Sides)), ct);
        var repeated = await messages.RepeatedAsync(group.Select(each => each.FileHash), group.Select(each => each.NumberHash), ct);
        var abouts = await clients.ReadAsync([.. group.Select(each => (each.Message, each.Sides))], ct);
        await outside.ReadCodesAsync(group.SelectMany(each => ProductsOf(each.Message)), ct);

        var taken = new List<TakenMessage>(group.Count);
        var kept = new KeptMessage?[group.Count];
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var index = 0; index < group.Count; index++)
        {
            var ready = group[index];
            var isRepeated = repeated.Contains(Convert.ToHexString(ready.FileHash)) || repeated.Contains(Convert.ToHexString(ready.NumberHash));
            if (isRepeated || await JudgeAsync(ready, abouts[index], numbers[index], ct) is not { } judged)
                continue;
            taken.Add(judged);
            kept[index] = judged.Kept;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (taken.Count == 0)
            return new GroupedMessage?[group.Count];
        await files.StoreAsync([.. taken.SelectMany(each => each.Files)], time.StorableNow(), ct);
        await db.SaveChangesAsync(ct);
        await CountAsync(taken, ct);
        foreach (var each in taken)
        {
            Activity.Current = each.Ready.Call;
            records.Publish(each.Kept);
        }

        var names = await shown.NamesAsync([.. taken.Select(each => each.Kept.Message)], ct);
        await db.SaveAndCommitAsync(ct);
        return [.. kept.Select(each => each is null ? null : new GroupedMessage(each, ShownCareMessageReader.NameIn(names, each.Message)))];
    }

    private async Task<TakenMessage?> JudgeAsync(ReadyMessage ready, KnownClient about, string number, CancellationToken ct)
    {
        var now = time.StorableNow();
        var arrival = new CareArrival(Guid.CreateVersion7(now), now, time.DutchToday());
        var header = ready.Message.Envelope;
        List<Finding> findings = [.. ready.Reading.Findings, .. HeaderRules.Check(header, numberUsed: false, arrival.Day)];
        if (findings.Refuse())
            return null;
        // Its municipality was asked for while it was made ready: there is no caller here on whose behalf to ask again.
        var verdict = await known.TakeAsync(ready.Message, ready.Sides, about, arrival, outside: [], ct);
        if (verdict.Refuses)
        {
            clients.LetGo(about);
            return null;
        }

        findings.AddRange(verdict.Findings);
        var reply = CareVerdict.Answer(ready.Message, findings, new AnswerStamp(number, arrival.Day, options.Value.Versions))!;
        var answer = Guid.CreateVersion7(now);
        var kept = records.Keep(new JudgedMessage(
            arrival, ready.FileHash, ready.Party, ready.Reading.Kind, header, ready.Sides, ready.NumberHash, ready.File.Length, CareMessageOutcome.Taken, findings,
            answer, MessageWriter.KindOf(reply).Number));
        return new TakenMessage(ready, about, kept, [(arrival.MessageId, ready.File), (answer, MessageWriter.ToFile(reply))]);
    }

    private async Task CountAsync(List<TakenMessage> taken, CancellationToken ct)
    {
        var causes = taken.SelectMany(each => each.About.Held.Where(assignment => assignment.Deliveries.Count > 0).Select(assignment => (assignment.Id, each.Ready.Call)))
            .ToDictionary(each => each.Id, each => each.Call);
        if (causes.Count > 0)
            await trajectories.CountAsync([.. causes.Keys], time.StorableNow(), id => causes[id], ct);
    }

    private static IEnumerable<Product?> ProductsOf(Message message) => message is Jw301 assigned ? assigned.Client.ToegewezenProducten.Select(product => product.Product) : [];

    private sealed record TakenMessage(ReadyMessage Ready, KnownClient About, KeptMessage Kept, IReadOnlyList<(Guid File, ReadOnlyMemory<byte> Content)> Files);
}
