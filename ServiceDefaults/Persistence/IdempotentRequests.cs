using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>
/// Runs a request with an id once (AIP-155). Effect and answer are stored in one transaction; the same request again
/// gets the stored answer, also when it comes in while the first one still runs.
/// </summary>
/// <typeparam name="TContext">The context of the service.</typeparam>
public sealed class IdempotentRequests<TContext>(TContext db, TimeProvider time)
    where TContext : ServiceDbContext
{
    /// <summary>The id was used for a request with another content.</summary>
    public static readonly Rule Reused = new(
        "REQUEST_ID_REUSED",
        RuleKind.Invalid,
        "The request id was used for a request with another content.",
        "Dit verzoeknummer is al gebruikt voor een ander verzoek.");

    /// <summary>
    /// Runs the effect, saves the context and stores the answer; or gives the answer that is stored.
    /// Without a request id the effect runs each time.
    /// </summary>
    /// <param name="rpc">Full name of the method.</param>
    /// <param name="caller">Whose id it is: two callers may use the same one.</param>
    /// <param name="requestId">The id given by the caller.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="effect">Changes the context and answers.</param>
    /// <param name="ct">Cancels the request.</param>
    public async Task<TResponse> RunAsync<TRequest, TResponse>(
        string rpc,
        string caller,
        string requestId,
        TRequest request,
        Func<CancellationToken, Task<TResponse>> effect,
        CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new()
    {
        if (requestId.Length == 0)
        {
            var answer = await effect(ct);
            await db.SaveChangesAsync(ct);
            return answer;
        }

        var record = new IdempotencyRecord
        {
            Caller = caller,
            Rpc = rpc,
            RequestId = requestId,
            RequestHash = SHA256.HashData(request.ToByteArray()),
            CreatedAt = time.GetUtcNow(),
        };
        while (true)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await IdempotencyRows.TryClaimAsync(db.Connection, record, ct))
            {
                var response = await effect(ct);
                await db.SaveAndCommitAsync(IdempotencyRows.Answer(record, response), ct);
                return response;
            }

            // Gone again only when the clean-up came in between.
            if (await FindAsync(record, ct) is { } earlier)
                return Answer<TResponse>(earlier, record.RequestHash);
        }
    }

    private Task<IdempotencyRecord?> FindAsync(IdempotencyRecord sought, CancellationToken ct) =>
        db.Set<IdempotencyRecord>().AsNoTracking().SingleOrDefaultAsync(
            record => record.Caller == sought.Caller && record.Rpc == sought.Rpc && record.RequestId == sought.RequestId,
            ct);

    private static TResponse Answer<TResponse>(IdempotencyRecord earlier, byte[] hash)
        where TResponse : IMessage<TResponse>, new()
    {
        if (!earlier.RequestHash.AsSpan().SequenceEqual(hash))
            throw new DomainException(Reused, "request_id");
        var response = new TResponse();
        response.MergeFrom(earlier.Response);
        return response;
    }
}
