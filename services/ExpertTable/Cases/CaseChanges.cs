using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Cases;

/// <summary>A request to change a case.</summary>
internal sealed record CaseCommand<TRequest>(TRequest Request, string RequestId, string CaseId, string Etag)
    where TRequest : IMessage<TRequest>
{
    /// <summary>Which cases the caller may change by it; null: those that it sees.</summary>
    public CaseScope? Scope { get; init; }
}

/// <summary>
/// What every change of a case has in common: once per request id, on a case that the caller sees, on the version that
/// the caller saw, and with each move told to the others. The answer holds no texts, and so neither does the stored one.
/// </summary>
internal sealed class CaseChanges(ExpertTableDbContext db, FileSeal seal, IdempotentRequests<ExpertTableDbContext> requests, TimeProvider time)
{
    public Task<TResponse> RunAsync<TRequest, TResponse>(
        CaseCommand<TRequest> command, Caller caller, Action<Case, Act> decide, Func<V1.Case, TResponse> answer, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() => RunAsync(
            command,
            caller,
            (file, act, _) =>
            {
                decide(file, act);
                return Task.CompletedTask;
            },
            answer,
            ct);

    /// <summary>The same for a change that needs to know more than the case.</summary>
    public Task<TResponse> RunAsync<TRequest, TResponse>(
        CaseCommand<TRequest> command, Caller caller, Func<Case, Act, CancellationToken, Task> decide, Func<V1.Case, TResponse> answer, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new()
    {
        var scope = command.Scope ?? CaseScope.ToChange(caller);
        return RunOnceAsync(command.RequestId, command.Request, caller, async token =>
        {
            var file = await FindAsync(scope, Guid.ParseExact(command.CaseId, "D"), token) ?? throw CaseScope.Unknown();
            Etag.Require(command.Etag, file.Version);
            if (command.Scope is null && caller.Roles.Contains(Roles.TableChair))
                file.TakeUp(Now(caller));
            await decide(file, Now(caller), token);
            Tell(file);
            return answer(file.ToOutline());
        }, ct);
    }

    public Task<TResponse> RunOnceAsync<TRequest, TResponse>(
        string requestId, TRequest request, Caller caller, Func<CancellationToken, Task<TResponse>> effect, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        requests.RunAsync(request.Descriptor.FullName, $"{caller.Subject} {CaseScope.Of(caller).Key}", requestId, request, effect, ct);

    public Act Now(Caller caller) => new(caller.Subject, time.StorableNow());

    /// <summary>Seals what this unit of work wrote into the file, and publishes the moves that it made.</summary>
    public void Tell(Case file)
    {
        db.AddRange(file.Written.Select(entry => seal.Seal(file.Id, entry)));
        var lane = file.Id.ToString("D");
        foreach (var transition in file.Transitions)
            db.Publish(CaseEvents.Changed(file, transition), lane);
        if (CaseEvents.Outcome(file) is { } outcome)
            db.Publish(outcome, lane);
        if (CaseEvents.HandedOver(file) is { } over)
            db.Publish(over, lane);
    }

    private Task<Case?> FindAsync(CaseScope scope, Guid id, CancellationToken ct) =>
        scope.Visible(db.Set<Case>().Include(c => c.Siblings).Include(c => c.Purchases)).SingleOrDefaultAsync(c => c.Id == id, ct);
}
