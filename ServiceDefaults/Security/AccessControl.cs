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
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<GrpcMethodMetadata>() is not { } method)
            return next(context);
        if (metadata.GetMetadata<PolicyAttribute>() is not { } named || policies.Find(named.Name) is not { } policy)
            return InfrastructureServices.IsType(method.ServiceType) ? next(context) : Refuse(context, WithoutPolicy());
        if (context.User.Identity is not CallerIdentity { Caller: var caller })
            return RefuseStrangerAsync(context);
        return caller.Roles.Overlaps(policy.Roles) ? next(context) : Refuse(context, WithoutRole(policy));
    }

    private static Task Refuse(HttpContext context, RpcStatus status)
    {
        GrpcAnswer.Refuse(context, status);
        return Task.CompletedTask;
    }

    /// <summary>The token has been looked at already; asking again gives the result, with the reason of a failure.</summary>
    private static async Task RefuseStrangerAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync();
        GrpcAnswer.Refuse(context, WithoutCaller(result.Failure));
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
