using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regio.Cli.Tokens;

namespace Regio.EndToEnd.Tests.Cli;

public sealed class DevelopmentTokenTests
{
    [Fact]
    public async Task A_token_carries_its_role_and_limits_and_only_the_key_of_the_run_vouches_for_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();

        var token = DevelopmentToken.Create(
            key.ExportPkcs8PrivateKeyPem(), new TokenHolder("policy-adviser", "someone", "GM0106", "P1"), now, TimeSpan.FromHours(8));

        var accepted = await ValidateAsync(token, key);
        Assert.True(accepted.IsValid, accepted.Exception?.Message);
        Assert.Equal("policy-adviser", accepted.Claims["role"]);
        Assert.Equal("someone", accepted.Claims["sub"]);
        Assert.Equal("GM0106", accepted.Claims["municipality"]);
        Assert.Equal("P1", accepted.Claims["provider"]);
        Assert.Equal(now.AddHours(8).ToUnixTimeSeconds(), new JsonWebToken(token).GetPayloadValue<long>("exp"));
        Assert.False((await ValidateAsync(token, otherKey)).IsValid);
    }

    private static Task<TokenValidationResult> ValidateAsync(string token, ECDsa key) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "regio-development",
            ValidAudience = "regio",
            IssuerSigningKey = new ECDsaSecurityKey(key),
        });
}
