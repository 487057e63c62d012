using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Regio.ServiceDefaults.Security;

/// <summary>
/// Checking an asymmetric signature on every call costs more than half of the throughput, so a token that was found
/// valid stays so until it expires, and for five minutes at most: a key that the issuer withdraws is soon without effect.
/// </summary>
internal sealed class CachedTokenHandler(TimeProvider time) : TokenHandler, IDisposable
{
    private const int MostTokens = 10_000;
    private static readonly TimeSpan LongestTrust = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _inner = new() { MapInboundClaims = false };
    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = MostTokens });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var key = TokenKey.Of(token);
        var now = time.GetUtcNow();
        if (_valid.TryGetValue(key, out Entry? entry) && now < entry!.TrustedUntil)
            return entry.Result;

        var result = await _inner.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return result;

        result.ClaimsIdentity = new CallerIdentity(result.ClaimsIdentity);
        var expires = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero) + validationParameters.ClockSkew;
        var trustedUntil = expires < now + LongestTrust ? expires : now + LongestTrust;
        _valid.Set(key, new Entry(result, trustedUntil), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = LongestTrust });
        return result;
    }

    public override SecurityToken ReadToken(string token) => _inner.ReadToken(token);

    public void Dispose() => _valid.Dispose();

    private sealed record Entry(TokenValidationResult Result, DateTimeOffset TrustedUntil);

    /// <summary>The SHA-256 of a token; a collision would be a broken hash function.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct TokenKey(UInt128 First, UInt128 Second)
    {
        public static TokenKey Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
            return new TokenKey(
                BinaryPrimitives.ReadUInt128BigEndian(hash),
                BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        }
    }
}
