using System.Collections.Frozen;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Security;

/// <summary>Who calls, as a validated token says.</summary>
/// <param name="Subject">Id of the person or service.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Municipality">CBS code of the municipality it is limited to; null: not limited.</param>
/// <param name="Provider">Id of the provider it is limited to; null: not limited.</param>
public sealed record Caller(string Subject, FrozenSet<string> Roles, string? Municipality, string? Provider)
{
    /// <summary>Somebody without a token: no roles at all.</summary>
    public static Caller Anonymous { get; } = new("", [], null, null);

    /// <summary>Refuses a caller that is limited to another municipality.</summary>
    public void EnsureMunicipality(string municipalityId)
    {
        if (Municipality is not null && Municipality != municipalityId)
            throw new DomainException(CommonRules.OtherPartyData);
    }

    /// <summary>Refuses a caller that is limited to another provider.</summary>
    public void EnsureProvider(string providerId)
    {
        if (Provider is not null && Provider != providerId)
            throw new DomainException(CommonRules.OtherPartyData);
    }
}

/// <summary>Finds who makes a call.</summary>
public static class CallerAccess
{
    /// <summary>Who makes this gRPC call.</summary>
    public static Caller GetCaller(this ServerCallContext context) => context.GetHttpContext().GetCaller();

    /// <summary>Who makes this request.</summary>
    public static Caller GetCaller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? Caller.Anonymous;
}
