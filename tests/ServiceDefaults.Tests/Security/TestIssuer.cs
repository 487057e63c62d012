using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Security;

/// <summary>An OIDC issuer that listens: discovery, keys, and tokens for the one client that it knows.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Client = "procurement";
    public const string Secret = "s3cret/with:signs";

    private readonly WebApplication _app;
    private RSA _key = RSA.Create(2048);
    private int _generation = 1;
    private int _given;

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(
            new { issuer = Address, jwks_uri = $"{Address}/keys", token_endpoint = $"{Address}/token" }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublishedKey() } }));
        _app.MapPost("/token", (Delegate)GiveAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>How many tokens it gave.</summary>
    public int Given => _given;

    /// <summary>What it answers instead of a token, when it is out of order.</summary>
    public int? Failure { get; set; }

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Settings of a service that believes it and has an account there.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Authentication:DevelopmentKey"] = "",
        ["Authentication:Issuer"] = null,
        ["Authentication:Authority"] = Address,
        ["Authentication:Client:Id"] = Client,
        ["Authentication:Client:Secret"] = Secret,
        ["Authentication:Client:Scope"] = "regio",
    };

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>Signs with a new key from now on and no longer publishes the old one.</summary>
    public void Rotate()
    {
        _generation++;
        _key = RSA.Create(2048);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task<IResult> GiveAsync(HttpContext context)
    {
        if (Failure is { } failure)
            return Results.StatusCode(failure);
        var form = await context.Request.ReadFormAsync();
        var account = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{Uri.EscapeDataString(Secret)}"));
        if (form["grant_type"] != "client_credentials" || form["scope"] != "regio" || context.Request.Headers.Authorization != $"Basic {account}")
            return Results.StatusCode(401);
        Interlocked.Increment(ref _given);
        return Results.Json(new { access_token = Token(), expires_in = (int)Lifetime.TotalSeconds, token_type = "Bearer" });
    }

    private string Token() => TestTokens.Create(new TestToken
    {
        Subject = Client,
        Issuer = Address,
        Roles = [Roles.Service],
        ValidFor = Lifetime,
        Signing = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });

    private object PublishedKey()
    {
        var published = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(published.Modulus), e = Base64UrlEncoder.Encode(published.Exponent) };
    }

    private string KeyId => $"k{_generation}";
}
