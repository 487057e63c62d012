using Grpc.Core;
using Regio.ServiceDefaults.Security;

namespace Regio.Testing.Rpcs;

/// <summary>Who is let in.</summary>
internal static class AccessChecks
{
    private static readonly byte[] Garbage = [0xFF, 0xFF, 0xFF];

    /// <summary>Without a token, or with one that is not to be believed, nobody is.</summary>
    public static Task TokensAsync(Trial trial)
    {
        var role = trial.Rpc.Policy.Roles.First();
        return trial.ExpectAllAsync(
        [
            Refused("without a token", token: null, "TOKEN_MISSING"),
            .. TestTokens.Unbelievable(role).Select(fault =>
                Refused($"with a token {fault.Key}", fault.Value, fault.Key == "expired" ? "TOKEN_EXPIRED" : "TOKEN_INVALID")),
        ]);

        Attempt Refused(string what, string? token, string reason) =>
            new(what, () => CallAsync(trial, token), reason, answer => answer.Is(StatusCode.Unauthenticated, reason));
    }

    /// <summary>
    /// Every role: one with the policy is let in, another is told so. The request is garbage, so that whoever is let in is refused
    /// too, by its form and without effect.
    /// </summary>
    public static Task RolesAsync(Trial trial)
    {
        return trial.ExpectAllAsync([.. Roles.All.Select(AsRole)]);

        Attempt AsRole(string role)
        {
            var expected = trial.Rpc.Policy.Roles.Contains(role)
                ? (Code: StatusCode.InvalidArgument, Reason: "MESSAGE_MALFORMED")
                : (Code: StatusCode.PermissionDenied, Reason: "ROLE_NOT_ALLOWED");
            return new($"as {role}", () => CallAsync(trial, TestTokens.For(role)), expected.ToString(), answer => answer.Is(expected.Code, expected.Reason));
        }
    }

    private static Task<RpcAnswer> CallAsync(Trial trial, string? token) =>
        trial.Rpc.CallAsync(trial.Host.Invoker(token), Garbage);
}
