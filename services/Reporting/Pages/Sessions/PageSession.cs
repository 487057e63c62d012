using System.Collections.Frozen;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Pages.Sessions;

/// <summary>
/// Somebody who is logged in on the pages. The database knows the digest of what the browser keeps and not the thing
/// itself, and nothing of the token that it began with but what that said.
/// </summary>
internal sealed class PageSession
{
    /// <summary>Nobody stays logged in longer, whatever the token says.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required byte[] Digest { get; init; }

    public required string Subject { get; init; }

    public required string[] Roles { get; init; }

    public required string? Municipality { get; init; }

    public required string? Provider { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>A session of whom a token stands for. It ends with the token.</summary>
    public static PageSession Start(byte[] digest, ReadToken token, DateTimeOffset now) => new()
    {
        Digest = digest,
        Subject = token.Caller.Subject,
        Roles = [.. token.Caller.Roles.Order(StringComparer.Ordinal)],
        Municipality = token.Caller.Municipality,
        Provider = token.Caller.Provider,
        StartedAt = now,
        ExpiresAt = token.ExpiresAt < now + Longest ? token.ExpiresAt : now + Longest,
    };

    public Caller ToCaller() => new(Subject, Roles.ToFrozenSet(StringComparer.Ordinal), Municipality, Provider);
}
