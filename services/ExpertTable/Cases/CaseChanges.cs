using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Cases;

/// <summary>A request to change a case.</summary>
internal sealed record CaseCommand<TRequest>(string Rpc, TRequest Request, string RequestId, string CaseId, string Etag)
    where TRequest : IMessage<TRequest>;

/// <summary>
/// What every change of a case has in common: once per request id, on a case that the caller sees, on the version that
/// the caller saw, and with each move told to the others. The answer holds no texts, and so neither does the stored one.
/// </summary>
internal sealed class CaseChanges(ExpertTableDbContext db, IdempotentRequests<ExpertTableDbContext> requests, TimeProvider time)
{
    public Task<TResponse> RunAsync<TRequest, TResponse>(
        CaseCommand<TRequest> command, Caller caller, Action<Case, Act> decide, Func<V1.Case, TResponse> answer, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new()
    {
        var scope = CaseScope.Of(caller);
        return RunOnceAsync(command.Rpc, command.RequestId, command.Request, caller, async token =>
        {
            var file = await FindAsync(scope, Guid.ParseExact(command.CaseId, "D"), token) ?? throw CaseScope.Unknown();
            Etag.Require(command.Etag, file.Version);
            decide(file, Now(caller));
            Tell(file);
            return answer(file.ToProto(CaseView.Outline));
        }, ct);
    }

    public Task<TResponse> RunOnceAsync<TRequest, TResponse>(
        string rpc, string requestId, TRequest request, Caller caller, Func<CancellationToken, Task<TResponse>> effect, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        requests.RunAsync($"{CaseService.Descriptor.FullName}/{rpc}", $"{caller.Subject} {CaseScope.Of(caller).Key}", requestId, request, effect, ct);

    public Act Now(Caller caller) => new(caller.Subject, time.StorableNow());

    /// <summary>Publishes the moves that this unit of work made.</summary>
    public void Tell(Case file)
    {
        foreach (var transition in file.Transitions)
            db.Publish(CaseEvents.Changed(file, transition), file.Id.ToString("D"));
    }

    private Task<Case?> FindAsync(CaseScope scope, Guid id, CancellationToken ct) =>
        scope.Visible(db.Set<Case>().WithFile()).SingleOrDefaultAsync(c => c.Id == id, ct);
}
