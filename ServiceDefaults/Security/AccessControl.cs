using System.Collections.Frozen;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Regio.ServiceDefaults.Grpc;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Security;

/// <summary>Lets a call through when a role of its token has the policy of the rpc, before anything of its body is read.</summary>
internal sealed class AccessControl(RequestDelegate next, AccessPolicies policies, TokenCheck tokens)
{
    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<GrpcMethodMetadata>() is not { } method)
            return next(context);
        if (metadata.GetMetadata<PolicyAttribute>() is not { } named || policies.Find(named.Name) is not { } policy)
            return InfrastructureServices.IsType(method.ServiceType) ? next(context) : Refuse(context, WithoutPolicy());

        var header = context.Request.Headers.Authorization.ToString();
        return tokens.Recall(header) is { } caller ? AdmitAsync(context, caller, policy) : CheckAsync(context, header, policy);
    }

    private async Task CheckAsync(HttpContext context, string header, AccessPolicy policy)
    {
        var (caller, fault) = await tokens.CheckAsync(header);
        await (caller is null ? Refuse(context, WithoutCaller(fault)) : AdmitAsync(context, caller, policy));
    }

    private Task AdmitAsync(HttpContext context, Caller caller, AccessPolicy policy)
    {
        if (!caller.Roles.Overlaps(policy.Roles))
        {
            // The log of refusals tells whose roles these were.
            context.Features.Set(caller);
            return Refuse(context, WithoutRole(policy));
        }

        context.Features.Set(Acting(caller, policy));
        return next(context);
    }

    /// <summary>By which roles somebody acts: of several those that have the policy, so that no other widens what the call reaches.</summary>
    private static Caller Acting(Caller caller, AccessPolicy policy) =>
        caller.Roles.Count == 1 ? caller : caller with { Roles = caller.Roles.Where(policy.Roles.Contains).ToFrozenSet() };

    private static Task Refuse(HttpContext context, RpcStatus status)
    {
        GrpcAnswer.Refuse(context, status);
        return Task.CompletedTask;
    }

    /// <summary>Start-up refuses such an rpc; should one appear later, nobody may call it.</summary>
    private static RpcStatus WithoutPolicy() => StatusDetails
        .Create(StatusCode.Internal, ErrorReasons.Internal, "The method has no policy.")
        .InDutch("Er ging iets mis in de dienst.");

    private static RpcStatus WithoutCaller(TokenFault fault) => fault switch
    {
        TokenFault.Missing => StatusDetails.Create(StatusCode.Unauthenticated, ErrorReasons.TokenMissing, "The call needs a bearer token.")
            .InDutch("Voor deze aanvraag is een toegangsbewijs nodig."),
        TokenFault.Expired => StatusDetails.Create(StatusCode.Unauthenticated, ErrorReasons.TokenExpired, "The token has expired.")
            .InDutch("Het toegangsbewijs is verlopen."),
        TokenFault.IssuerAway => StatusDetails.Create(StatusCode.Unavailable, ErrorReasons.DependencyUnavailable, "The issuer of tokens cannot be reached now.")
            .InDutch("De uitgever van toegangsbewijzen is tijdelijk niet bereikbaar."),
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
