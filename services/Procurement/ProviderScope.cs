using Regio.ServiceDefaults.Security;

namespace Regio.Procurement;

/// <summary>
/// Whose data a caller sees. A token with the claim <c>provider</c> (the UUID of a provider) sees that provider alone;
/// a provider's token without it, or with something else in it, sees nothing.
/// </summary>
/// <param name="ProviderId">The provider it is limited to; null: not limited.</param>
internal sealed record ProviderScope(Guid? ProviderId)
{
    public static ProviderScope Of(Caller caller)
    {
        if (caller.Provider is { } claimed)
            return new ProviderScope(Guid.TryParseExact(claimed, "D", out var id) ? id : Guid.Empty);
        var isNothingElse = caller.Roles.Contains(Roles.Provider) && caller.Roles.Count == 1;
        return new ProviderScope(isNothingElse ? Guid.Empty : null);
    }

    public bool Allows(Guid providerId) => ProviderId is null || ProviderId == providerId;
}
