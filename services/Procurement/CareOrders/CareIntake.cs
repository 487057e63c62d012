using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Regio.CareMessages;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Writing;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Trajectories;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders;

/// <summary>Takes in one file with all that follows from it, in one transaction: whatever goes wrong on the way, nothing of it stays.</summary>
internal sealed class CareIntake(
    ProcurementDbContext db, CareMessageReader messages, StoredCareFiles files, KnownJudge known, StoredTrajectories trajectories, CareMessageRecords records, CareKeys keys,
    IOptions<CareMessageOptions> options, TimeProvider time)
{
    /// <summary>Takes a file in, or finds it when it came in before.</summary>
    /// <param name="announced">SHA-256 of the file, by who sends it.</param>
    /// <param name="pieces">Its bytes.</param>
    /// <param name="party">Whose messages its bringer may send.</param>
    /// <param name="ct">Ends it without effect.</param>
    public async Task<(CareMessage Message, bool KnownAlready)> TakeAsync(byte[] announced, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CareParty party, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await TakeInAsync(announced, pieces, party, ct);
        await db.SaveAndCommitAsync(ct);
        return taken;
    }

    /// <summary>Sends a message that is made here as its sender would: it is judged, takes effect and is kept like one that comes as a file. Works inside the transaction of its caller.</summary>
    /// <param name="made">The message.</param>
    /// <param name="party">Whose messages the caller may send.</param>
    /// <param name="ct">Ends it without effect.</param>
    /// <exception cref="DomainException">A rule refuses it; the transaction has to be rolled back.</exception>
    public async Task<CareMessage> SendAsync(Message made, CareParty party, CancellationToken ct)
    {
        var file = MessageWriter.ToFile(made);
        var (message, _) = await TakeInAsync(SHA256.HashData(file), Whole(file), party, ct);
        return message.Outcome == CareMessageOutcome.Taken ? message : throw Refused(db.Set<CareFinding>().Local.First(finding => finding.IsError));
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Whole(byte[] file)
    {
        await Task.CompletedTask;
        yield return file;
    }

    private static DomainException Refused(CareFinding finding) => new(CareOrderRules.AnswerRefused, "care_request_id", new Dictionary<string, string>
    {
        ["rule"] = finding.Rule,
        ["path"] = finding.Path,
        ["finding"] = finding.Text,
    });

    private async Task<(CareMessage Message, bool KnownAlready)> TakeInAsync(byte[] announced, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CareParty party, CancellationToken ct)
    {
        var fileHash = keys.FileHash(announced);
        var answerNumber = (await messages.LockFilesAsync([fileHash], ct))[0];
        if (await messages.FindFileAsync(fileHash, party, ct) is { } before)
            return (before, true);

        var now = time.StorableNow();
        var arrival = new CareArrival(Guid.CreateVersion7(now), now, time.DutchToday());
        var received = await files.StoreAsync(arrival.MessageId, pieces, options.Value.MostBytes, now, ct);
        if (!CryptographicOperations.FixedTimeEquals(received.Digest, announced))
            throw new DomainException(CareOrderRules.DigestDiffers, "header.sha256");
        var message = await JudgeAsync(received, fileHash, party, arrival, new AnswerStamp(answerNumber, arrival.Day, options.Value.Versions), ct);
        return (message, false);
    }

    private async Task<CareMessage> JudgeAsync(ReceivedFile received, byte[] fileHash, CareParty party, CareArrival arrival, AnswerStamp stamp, CancellationToken ct)
    {
        var reading = await ReadAsync(received, arrival);
        var header = reading.Message?.Envelope;
        var sides = header is null ? null : CareSides.Of(reading.Kind!, header);
        if (sides is not null && !party.MaySend(sides))
            throw new DomainException(CommonRules.OtherPartyData);

        var number = header?.BerichtIdentificatie.Identificatie ?? default;
        var numberHash = sides is not null && number.HasValue ? keys.NumberHash(reading.Kind!.Name, sides.Sender, number.Data) : null;
        KnownVerdict? verdict = null;
        List<Finding> findings = [.. reading.Findings];
        // A return message is judged by what it answers, and a fault on one level keeps the next from being looked at (IV028).
        if (reading.IsAccepted && CareVerdict.StartsSomething(reading.Kind!))
        {
            await messages.WaitForTurnsAsync([(numberHash!, sides!)], ct);
            findings.AddRange(HeaderRules.Check(header!, await messages.IsUsedAsync(numberHash!, ct), arrival.Day));
            verdict = findings.Refuse() ? null : await known.TakeAsync(reading.Message!, sides!, arrival, stamp, ct);
            findings.AddRange(verdict?.Findings ?? []);
        }

        var outcome = verdict is { Refuses: false } ? CareMessageOutcome.Taken : CareVerdict.Of(findings);
        var reply = outcome == CareMessageOutcome.Unreadable ? null : verdict?.ClaimAnswer ?? CareVerdict.Answer(reading.Message!, findings, stamp);
        var answer = reply is null ? null : await StoreAsync(reply, arrival, ct);
        var kept = records.Keep(
            new JudgedMessage(arrival, fileHash, party, reading.Kind, header, sides, numberHash, received.SizeBytes, outcome, findings, answer?.File, answer?.Kind));
        if (verdict is { Refuses: false })
            await trajectories.CountAsync(reading.Message!, arrival, ct);
        records.Publish(kept);
        return kept.Message;
    }

    private async Task<MessageReading> ReadAsync(ReceivedFile received, CareArrival arrival)
    {
        var limits = new ReadLimits { Bytes = options.Value.MostBytes };
        if (received.Whole is { } whole)
        {
            try
            {
                using var content = new MemoryStream(whole, writable: false);
                return MessageValidator.Validate(content, new ClientsLetGo(), limits);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(whole);
            }
        }

        await using var stored = files.Open(arrival.MessageId);
        return MessageValidator.Validate(stored, new ClientsLetGo(), limits);
    }

    private async Task<(Guid File, int Kind)?> StoreAsync(Message answer, CareArrival arrival, CancellationToken ct)
    {
        var file = Guid.CreateVersion7(arrival.At);
        await files.StoreAsync([(file, MessageWriter.ToFile(answer))], arrival.At, ct);
        return (file, MessageWriter.KindOf(answer).Number);
    }

    /// <summary>Keeps no client of a claim, so that memory does not grow with the file.</summary>
    private sealed class ClientsLetGo : IMessageObserver
    {
        public void Completed(MessagePart part)
        {
        }

        public bool Takes(MessagePart part) => part is DeclaratieClient;
    }
}
