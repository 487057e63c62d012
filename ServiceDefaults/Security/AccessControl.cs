using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using Regio.ServiceDefaults.Grpc;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Security;

/// <summary>Lets a call through when a role of its token has the policy of the rpc, before anything of its body is read.</summary>
internal sealed class AccessControl(RequestDelegate next, AccessPolicies policies)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Refusal(context) is not { } refusal)
            return next(context);

        GrpcAnswer.Refuse(context, refusal);
        return Task.CompletedTask;
    }

    private RpcStatus? Refusal(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<GrpcMethodMetadata>() is not { } method)
            return null;
        if (metadata.GetMetadata<PolicyAttribute>() is not { } named || policies.Find(named.Name) is not { } policy)
            return InfrastructureServices.IsType(method.ServiceType) ? null : WithoutPolicy();

        if (context.User.Identity is not CallerIdentity { Caller: var caller })
            return WithoutCaller(context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure);
        return caller.Roles.Overlaps(policy.Roles) ? null : WithoutRole(policy);
    }

    /// <summary>Start-up refuses such an rpc; should one appear later, nobody may call it.</summary>
    private static RpcStatus WithoutPolicy() => StatusDetails
        .Create(StatusCode.Internal, ErrorReasons.Internal, "The method has no policy.")
        .InDutch("Er ging iets mis in de dienst.");

    private static RpcStatus WithoutCaller(Exception? failure) => failure switch
    {
        null => StatusDetails.Create(StatusCode.Unauthenticated, ErrorReasons.TokenMissing, "The call needs a bearer token.")
            .InDutch("Voor deze aanvraag is een toegangsbewijs nodig."),
        SecurityTokenExpiredException => StatusDetails.Create(StatusCode.Unauthenticated, ErrorReasons.TokenExpired, "The token has expired.")
            .InDutch("Het toegangsbewijs is verlopen."),
        _ => StatusDetails.Create(StatusCode.Unauthenticated, ErrorReasons.TokenInvalid, "The token is not valid here.")
            .InDutch("Het toegangsbewijs is hier niet geldig."),
    };

    private static RpcStatus WithoutRole(AccessPolicy policy) => StatusDetails
        .Create(StatusCode.PermissionDenied, ErrorReasons.RoleNotAllowed, "None of the caller's roles may call this method.",
        [
            KeyValuePair.Create("allowed_roles", string.Join(',', policy.Roles)),
            KeyValuePair.Create("policy", policy.Name),
        ])
        .InDutch("Uw rol mag deze aanvraag niet doen.");
}
