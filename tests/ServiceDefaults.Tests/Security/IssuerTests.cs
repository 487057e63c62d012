using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Security;

public sealed class IssuerTests
{
    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256, true)]
    [InlineData(SecurityAlgorithms.RsaSha512, false)]
    public async Task The_keys_of_an_OIDC_issuer_are_fetched_and_believed(string algorithm, bool believed)
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa) { KeyId = "k1" };
        await using var issuer = await IssuerAsync(key);
        var address = issuer.Urls.First();
        await using var host = await ProbeHost.StartAsync(new Dictionary<string, string?>
        {
            ["Authentication:DevelopmentKey"] = "",
            ["Authentication:Issuer"] = null,
            ["Authentication:Authority"] = address,
        });
        var token = new TestToken { Issuer = address, Roles = [Roles.Finance], Signing = new SigningCredentials(key, algorithm) };
        var client = host.CreateClient(TestTokens.Create(token));

        if (believed)
            await client.AskAsync(new AskRequest());
        else
            Assert.Equal("TOKEN_INVALID", (await Refusal.Of(client.AskAsync(new AskRequest()))).Reason);
        var foreign = await Refusal.Of(host.CreateClient(TestTokens.Create(token with { Issuer = "somebody" })).AskAsync(new AskRequest()));
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), (foreign.Code, foreign.Reason));
    }

    private static async Task<WebApplication> IssuerAsync(RsaSecurityKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId });
        app.MapGet("/.well-known/openid-configuration", (HttpContext context) =>
        {
            var address = $"http://{context.Request.Host}";
            return Results.Json(new { issuer = address, jwks_uri = $"{address}/keys" });
        });
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = published.Kid, n = published.N, e = published.E } } }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
