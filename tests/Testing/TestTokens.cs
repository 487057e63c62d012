using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Regio.Testing;

/// <summary>Tokens that the services under test believe, and a few that they must not.</summary>
public static class TestTokens
{
    public const string Issuer = "regio-development";
    public const string Audience = "regio";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What a service is given as <c>Authentication__DevelopmentKey</c>.</summary>
    public static string PublicKey { get; } = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo());

    /// <summary>Tokens of somebody with a role that no service may believe, by what is wrong with them.</summary>
    public static IReadOnlyDictionary<string, string> Unbelievable(string role)
    {
        var right = new TestToken { Roles = [role] };
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = new SymmetricSecurityKey(Key.ExportSubjectPublicKeyInfo());
        return new Dictionary<string, string>
        {
            ["expired"] = Create(right with { ValidFor = TimeSpan.FromHours(-1) }),
            ["not valid yet"] = Create(right with { ValidAfter = TimeSpan.FromMinutes(30) }),
            ["of another issuer"] = Create(right with { Issuer = "https://elsewhere.example" }),
            ["for another audience"] = Create(right with { Audience = "elsewhere" }),
            ["signed by another key"] = Create(right with { Signing = new SigningCredentials(new ECDsaSecurityKey(foreign), SecurityAlgorithms.EcdsaSha256) }),
            ["signed with the public key as a secret"] = Create(right with { Signing = new SigningCredentials(publicKey, SecurityAlgorithms.HmacSha256) }),
            ["without signature (alg none)"] = Create(right with { WithoutSignature = true }),
            ["not a token"] = "x.y.z",
        };
    }

    /// <summary>A valid token with one role, of the one person whom the tests know by it.</summary>
    public static string For(string role, string? municipality = null, string? provider = null) =>
        Create(new TestToken { Subject = $"a {role}", Roles = [role], Municipality = municipality, Provider = provider });

    /// <summary>A token just as described, valid or not.</summary>
    public static string Create(TestToken token)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = token.Issuer,
            Audience = token.Audience,
            IssuedAt = now - TimeSpan.FromHours(2),
            NotBefore = now + token.ValidAfter,
            Expires = now + token.ValidFor,
            Claims = Claims(token),
            SigningCredentials = token.WithoutSignature ? null : token.Signing ?? new SigningCredentials(new ECDsaSecurityKey(Key), SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static Dictionary<string, object> Claims(TestToken token)
    {
        var claims = new Dictionary<string, object> { ["sub"] = token.Subject, ["role"] = token.Roles };
        if (token.Municipality is not null)
            claims["municipality"] = token.Municipality;
        if (token.Provider is not null)
            claims["provider"] = token.Provider;
        return claims;
    }
}

/// <summary>What a token for a test says.</summary>
public sealed record TestToken
{
    public string Subject { get; init; } = "test";

    public string[] Roles { get; init; } = [];

    public string? Municipality { get; init; }

    public string? Provider { get; init; }

    public string Issuer { get; init; } = TestTokens.Issuer;

    public string Audience { get; init; } = TestTokens.Audience;

    public TimeSpan ValidFor { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan ValidAfter { get; init; } = TimeSpan.FromHours(-2);

    /// <summary>Another key than that of the test issuer.</summary>
    public SigningCredentials? Signing { get; init; }

    public bool WithoutSignature { get; init; }
}
