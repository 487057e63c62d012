using Grpc.Core;
using Regio.ServiceDefaults.Security;

namespace Regio.Testing.Rpcs;

/// <summary>
/// Whose data somebody reaches whose token is limited to another municipality or provider than the sample's: what the
/// policy declares, no more and no less.
/// </summary>
internal static class ReachChecks
{
    private const string OtherMunicipality = "GM1699";

    public static async Task OwnDataAsync(Trial trial)
    {
        await LimitedAsync(trial, Reach.OwnMunicipality, "municipality_id", OtherMunicipality, request => trial.CallAsync(request, OtherMunicipality, provider: null));
        var provider = GeneratedRequest.NewId();
        await LimitedAsync(trial, Reach.OwnProvider, "provider_id", provider, request => trial.CallAsync(request, municipality: null, provider));
    }

    private static async Task LimitedAsync(Trial trial, Reach limit, string field, string own, Func<Google.Protobuf.IMessage, Task<RpcAnswer>> callAsync)
    {
        var request = await trial.UnusedSampleAsync();
        var what = $"with a token of {field} {own}";
        if (!trial.Rpc.Policy.Reach.HasFlag(limit))
        {
            await trial.ExpectAsync(what, () => callAsync(request), $"OK, since the policy does not declare Reach.{limit}",
                trial.IsDone);
            return;
        }

        // Many things at once: those of others are left out. One thing: it does not exist, or is another's.
        await trial.ExpectAsync(what, () => callAsync(request), $"nothing of others, since the policy declares Reach.{limit}", answer =>
            answer.Is(StatusCode.NotFound, StatusCode.PermissionDenied)
            || (FieldChecks.IsWide(trial.Rpc) && answer.Is(StatusCode.OK) && IsOwn(trial.Rpc, answer, field, own)));
    }

    private static bool IsOwn(Rpc rpc, RpcAnswer answer, string field, string own) => FieldWalk
        .Texts(rpc.Method.OutputType.Parser.ParseFrom(answer.Body))
        .Where(text => text.Name == field && !text.Path.Contains("key.", StringComparison.Ordinal))
        .All(text => text.Text.Length == 0 || text.Text == own);
}
