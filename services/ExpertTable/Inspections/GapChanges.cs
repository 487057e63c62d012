using Google.Protobuf;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>A request to change a gap.</summary>
internal sealed record GapCommand<TRequest>(TRequest Request, string RequestId, string GapId, string Etag)
    where TRequest : IMessage<TRequest>;

/// <summary>What every change of a gap has in common: once per request id, and on the version that the caller saw.</summary>
internal sealed class GapChanges(CaseChanges changes, GapFiles files)
{
    public Task<TResponse> RunAsync<TRequest, TResponse>(
        GapCommand<TRequest> command, Caller caller, Action<InspectionGap, Act> decide, Func<V1.InspectionGap, TResponse> answer, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() => changes.RunOnceAsync(
            command.RequestId,
            command.Request,
            caller,
            async token =>
            {
                var act = changes.Now(caller);
                var gap = await files.GetAsync(command.GapId, token);
                Etag.Require(command.Etag, gap.Version);
                decide(gap, act);
                return answer(gap.ToProto(act.Day));
            },
            ct);
}
