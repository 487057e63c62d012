using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Procedures;

/// <summary>Who changes which procedure, as the request says.</summary>
internal sealed record ProcedureStep(string Id, string Etag, string RequestId, string Caller);

/// <summary>
/// What every command of a procedure has in common: once per request id, the row locked, the etag, and the event and the
/// release in the same transaction.
/// </summary>
internal sealed class ProcedureReader(
    ProcurementDbContext db, StoredReleases releases, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    public DateOnly Today => time.DutchToday();

    public Guid NewId() => Guid.CreateVersion7(time.StorableNow());

    public Task<TResponse> ChangeAsync<TRequest, TResponse>(
        string rpc, TRequest request, ProcedureStep step, Action<Procedure> act, Func<Procedure, TResponse> answer, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        ChangeAsync(rpc, request, step, before: null, act, answer, ct);

    /// <param name="rpc">Its name.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="step">Who changes which procedure.</param>
    /// <param name="before">What is to be looked up and judged in the same transaction; null: nothing.</param>
    /// <param name="act">The call on the procedure.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="ct">Stops it.</param>
    public Task<TResponse> ChangeAsync<TRequest, TResponse>(
        string rpc,
        TRequest request,
        ProcedureStep step,
        Func<Procedure, CancellationToken, Task>? before,
        Action<Procedure> act,
        Func<Procedure, TResponse> answer,
        CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        requests.RunAsync(
            $"regio.procurement.v1.ProcedureService/{rpc}",
            step.Caller,
            step.RequestId,
            request,
            async token =>
            {
                var procedure = await LockedAsync(step, token);
                var state = procedure.State;
                if (before is not null)
                    await before(procedure, token);
                act(procedure);
                if (procedure.State != state)
                    await releases.AddAsync(procedure, token);
                db.Publish(procedure.ToEvent(time.StorableNow()), procedure.Id.ToString("D"));
                return answer(procedure);
            },
            ct);

    private async Task<Procedure> LockedAsync(ProcedureStep step, CancellationToken ct)
    {
        var key = Guid.ParseExact(step.Id, "D");
        var procedure = await db.Set<Procedure>().FromSql($"select * from procedure where id = {key} for update").AsSplitQuery().SingleOrDefaultAsync(ct)
            ?? throw ProcedureRules.NotFound(step.Id);
        Etag.Require(step.Etag, procedure.Version);
        return procedure;
    }
}
