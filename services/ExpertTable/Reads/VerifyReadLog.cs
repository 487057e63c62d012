using System.Threading.Channels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Reads;

/// <summary>Follows the chain of the read log and tells whether it is whole.</summary>
internal sealed class VerifyReadLog(ExpertTableDbContext db, ReadChain chain, ReadLogSeal seal)
{
    public const int MostLines = 1_000_000;

    private const int AtOnce = 2000;
    private const int BlocksAhead = 4;

    public async Task<VerifyReadLogResponse> RunAsync(VerifyReadLogRequest request, CancellationToken ct)
    {
        await seal.LinkAsync(ct);
        var limit = request.LineLimit is 0 or > MostLines ? MostLines : request.LineLimit;
        var from = request.After.ToDomain() ?? ReadChain.Start;
        var check = new ChainCheck(chain, from, request.Kept.ToDomain());
        var isMore = await FollowAsync(check, from, limit, ct);
        if (!isMore)
            check.End();
        return new VerifyReadLogResponse
        {
            Whole = check.Fault is null,
            CheckedCount = check.Checked,
            Head = check.Head.ToProto(),
            More = isMore && check.Fault is null,
            PendingCount = await db.Set<LoggedRead>().LongCountAsync(r => r.Number == null, ct),
            Fault = check.Fault?.ToProto(),
        };
    }

    /// <summary>
    /// Streams block by block: while one is checked, the next ones are read, and a million lines are not held at once. True:
    /// it stopped at the limit and the chain goes on.
    /// </summary>
    private async Task<bool> FollowAsync(ChainCheck check, ReadAnchor from, int limit, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var blocks = Channel.CreateBounded<List<LoggedRead>>(new BoundedChannelOptions(BlocksAhead) { SingleReader = true, SingleWriter = true });
        // The line of the anchor comes first, and one more tells that the chain goes on.
        var reading = Task.Run(() => ReadAsync(blocks.Writer, from, limit + 2, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync(ct))
            {
                if (!PassAll(check, block, limit))
                    return check.Fault is null;
            }

            return false;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>False: it stopped, at a fault or at the limit.</summary>
    private static bool PassAll(ChainCheck check, List<LoggedRead> block, int limit) => block.TrueForAll(line => check.Checked < limit && check.Pass(line));

    /// <summary>What goes wrong is told to who reads the blocks.</summary>
    private async Task ReadAsync(ChannelWriter<List<LoggedRead>> blocks, ReadAnchor from, int most, CancellationToken ct)
    {
        try
        {
            var block = new List<LoggedRead>(AtOnce);
            await foreach (var line in LoggedLineReader.ReadAsync(db, from.Number, most, ct))
            {
                block.Add(line);
                if (block.Count < AtOnce)
                    continue;
                await blocks.WriteAsync(block, ct);
                block = new List<LoggedRead>(AtOnce);
            }

            await blocks.WriteAsync(block, ct);
            blocks.Complete();
        }
        catch (Exception failure)
        {
            blocks.Complete(failure);
        }
    }
}

internal sealed class VerifyReadLogValidator : AbstractValidator<VerifyReadLogRequest>
{
    public VerifyReadLogValidator()
    {
        RuleFor(r => r.LineLimit).GreaterThanOrEqualTo(0);
        RuleFor(r => r.After).SetValidator(new ReadLogAnchorValidator()).When(r => r.After is not null);
        RuleFor(r => r.Kept).SetValidator(new ReadLogAnchorValidator()).When(r => r.Kept is not null);
    }
}

internal sealed class ReadLogAnchorValidator : AbstractValidator<ReadLogAnchor>
{
    private const int DigestCharacters = 64;

    public ReadLogAnchorValidator()
    {
        RuleFor(a => a.Number).GreaterThan(0);
        RuleFor(a => a.Digest).Must(d => d.Length == DigestCharacters && d.All(char.IsAsciiHexDigit)).WithMessage($"Give {DigestCharacters} hexadecimal digits.");
    }
}
