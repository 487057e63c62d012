using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Regio.ServiceDefaults.Security;

/// <summary>Why a token gives no caller.</summary>
internal enum TokenFault
{
    None,
    Missing,
    Expired,
    Invalid,
    IssuerAway,
}

/// <summary>
/// Finds the caller of a bearer token. Checking an asymmetric signature on every call costs more than half of the
/// throughput, so a token that was found valid stays so until it expires, and for five minutes at most: a key that the
/// issuer withdraws is soon without effect.
/// </summary>
internal sealed class TokenCheck(TokenValidationParameters trust, TimeProvider time) : IDisposable
{
    private const string Scheme = "Bearer ";
    private const int MostTokens = 10_000;
    private static readonly TimeSpan LongestTrust = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = MostTokens });

    /// <summary>The caller of a header that was found valid shortly before; null when it has to be checked.</summary>
    public Caller? Recall(string header) =>
        _valid.TryGetValue(header, out Entry? entry) && time.GetUtcNow() < entry!.TrustedUntil ? entry.Caller : null;

    /// <summary>Checks the token of an authorization header.</summary>
    public async Task<(Caller? Caller, TokenFault Fault)> CheckAsync(string header)
    {
        if (header.Length == 0)
            return (null, TokenFault.Missing);
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return (null, TokenFault.Invalid);

        var (token, fault) = await ReadAsync(header[Scheme.Length..]);
        if (token is null)
            return (null, fault);
        Remember(header, token);
        return (token.Caller, TokenFault.None);
    }

    /// <summary>Checks a token itself.</summary>
    public async Task<(ReadToken? Token, TokenFault Fault)> ReadAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, trust);
        return result.IsValid
            ? (new ReadToken(Read(result.ClaimsIdentity), new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero)), TokenFault.None)
            : (null, await FaultAsync(result.Exception));
    }

    public void Dispose() => _valid.Dispose();

    private void Remember(string header, ReadToken token)
    {
        var now = time.GetUtcNow();
        var expires = token.ExpiresAt + trust.ClockSkew;
        var trustedUntil = expires < now + LongestTrust ? expires : now + LongestTrust;
        _valid.Set(header, new Entry(token.Caller, trustedUntil), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = LongestTrust });
    }

    /// <summary>Without the issuer's keys no token can be told from another; that is not the caller's fault.</summary>
    private async Task<TokenFault> FaultAsync(Exception exception)
    {
        if (exception is SecurityTokenExpiredException)
            return TokenFault.Expired;
        if (trust.ConfigurationManager is not { } issuer)
            return TokenFault.Invalid;
        try
        {
            await issuer.GetBaseConfigurationAsync(CancellationToken.None);
            return TokenFault.Invalid;
        }
        catch (InvalidOperationException)
        {
            return TokenFault.IssuerAway;
        }
    }

    private static Caller Read(ClaimsIdentity identity) => new(
        identity.FindFirst(TokenClaims.Subject)?.Value ?? "",
        [.. identity.FindAll(TokenClaims.Role).Select(claim => claim.Value)],
        identity.FindFirst(TokenClaims.Municipality)?.Value,
        identity.FindFirst(TokenClaims.Provider)?.Value);

    private sealed record Entry(Caller Caller, DateTimeOffset TrustedUntil);
}
