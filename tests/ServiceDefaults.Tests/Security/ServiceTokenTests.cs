using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Grpc.Clients;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Security;

/// <summary>The token of a service for work that nobody asked for.</summary>
public sealed class ServiceTokenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_without_a_caller_goes_under_the_services_own_token()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var behind = await ProbeHost.StartAsync(issuer.Settings);
        var seen = Caller.Anonymous;
        behind.Script.Run = (_, context) =>
        {
            seen = context.GetCaller();
            return Task.FromResult(new AskResponse());
        };
        await using var front = await FrontAsync(issuer.Settings, behind);

        await Client(front).GetAnswerAsync(new(), cancellationToken: Ct);
        await Client(front).GetAnswerAsync(new(), cancellationToken: Ct);

        Assert.Equal((TestIssuer.Client, true), (seen.Subject, seen.Roles.Contains(Roles.Service)));
        Assert.Equal(1, issuer.Given);
    }

    [Fact]
    public async Task A_caller_without_a_token_does_not_get_the_rights_of_the_service()
    {
        await using var behind = await ProbeHost.StartAsync();
        await using var front = await FrontAsync(
            new Dictionary<string, string?> { ["Authentication:ServiceToken"] = TestTokens.For(Roles.Service) },
            behind,
            map: app => app.MapGet("/ask", async (ProbeService.ProbeServiceClient client) =>
            {
                var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.GetAnswerAsync(new(), cancellationToken: Ct));
                return refused.StatusCode.ToString();
            }));
        using var http = front.Running.CreateHttpClient();

        Assert.Equal("Unauthenticated", await http.GetStringAsync(new Uri("/ask", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task In_development_it_is_the_token_that_the_app_host_hands_over_and_a_callers_goes_first()
    {
        await using var behind = await ProbeHost.StartAsync();
        var seen = Caller.Anonymous;
        behind.Script.Run = (_, context) =>
        {
            seen = context.GetCaller();
            return Task.FromResult(new AskResponse());
        };
        var own = TestTokens.Create(new TestToken { Subject = "front", Roles = [Roles.Service] });
        await using var front = await FrontAsync(new Dictionary<string, string?> { ["Authentication:ServiceToken"] = own }, behind);
        front.Script.Run = async (request, context) => await Client(front).GetAnswerAsync(request, cancellationToken: context.CancellationToken);

        await Client(front).GetAnswerAsync(new(), cancellationToken: Ct);
        Assert.Equal("front", seen.Subject);

        await front.CreateClient(TestTokens.Create(new TestToken { Subject = "somebody", Roles = [Roles.Finance], Municipality = "GM0106" })).AskAsync(new(), cancellationToken: Ct);
        Assert.Equal(("somebody", "GM0106"), (seen.Subject, seen.Municipality));
    }

    [Fact]
    public async Task Many_calls_at_once_fetch_one_token_and_shortly_before_it_expires_the_next()
    {
        await using var issuer = await TestIssuer.StartAsync();
        var clock = new Clock();
        using var tokens = Credentials(issuer, clock);

        var first = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await tokens.GetAsync(Ct))));
        Assert.Single(first.Distinct());
        Assert.Equal(1, issuer.Given);

        clock.Shift = issuer.Lifetime - TimeSpan.FromMinutes(2);
        await tokens.GetAsync(Ct);
        Assert.Equal(1, issuer.Given);

        clock.Shift = issuer.Lifetime - TimeSpan.FromSeconds(30);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await tokens.GetAsync(Ct))));
        Assert.Equal(2, issuer.Given);
    }

    [Fact]
    public async Task While_the_issuer_is_away_the_token_at_hand_does_until_it_expires()
    {
        await using var issuer = await TestIssuer.StartAsync();
        var clock = new Clock();
        using var tokens = Credentials(issuer, clock);
        var first = await tokens.GetAsync(Ct);

        issuer.Failure = 503;
        clock.Shift = issuer.Lifetime - TimeSpan.FromSeconds(30);
        Assert.Equal(first, await tokens.GetAsync(Ct));

        clock.Shift = issuer.Lifetime + TimeSpan.FromSeconds(1);
        await Assert.ThrowsAsync<HttpRequestException>(async () => await tokens.GetAsync(Ct));

        issuer.Failure = null;
        Assert.NotEmpty(await tokens.GetAsync(Ct));
        Assert.Equal(2, issuer.Given);
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_told_as_a_neighbour_that_is_away()
    {
        await using var issuer = await TestIssuer.StartAsync();
        issuer.Failure = 503;
        await using var behind = await ProbeHost.StartAsync(issuer.Settings);
        await using var front = await FrontAsync(issuer.Settings, behind);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client(front).GetAnswerAsync(new(), cancellationToken: Ct));
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_no_longer_believed_is_replaced_by_the_next_call()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var front = await FrontAsync(issuer.Settings, behind: null);
        var old = await front.Running.Services.GetRequiredService<IServiceTokens>().GetAsync(Ct);
        issuer.Rotate();

        // It starts after the change of keys, so it never knew the old one.
        await using var behind = await ProbeHost.StartAsync(issuer.Settings);
        await using var asking = await FrontAsync(issuer.Settings, behind, old);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client(asking).GetAnswerAsync(new(), cancellationToken: Ct));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);

        await Client(asking).GetAnswerAsync(new(), cancellationToken: Ct);
    }

    private static ProbeService.ProbeServiceClient Client(ProbeHost front) => front.Running.Services.GetRequiredService<ProbeService.ProbeServiceClient>();

    private static Task<ProbeHost> FrontAsync(IReadOnlyDictionary<string, string?> settings, ProbeHost? behind, string? held = null, Action<WebApplication>? map = null)
    {
        var all = RunningService.Settings.Concat(settings).GroupBy(setting => setting.Key).ToDictionary(same => same.Key, same => same.Last().Value);
        if (behind is not null)
            all["services:probe:grpc:0"] = behind.Running.GrpcAddress.ToString();
        return ProbeHost.StartAsync(all, builder =>
        {
            builder.AddServiceClient<ProbeService.ProbeServiceClient>("probe");
            if (held is not null)
                Hold(builder.Services, held);
        }, map);
    }

    // The first token that the service has is one from before.
    private static void Hold(IServiceCollection services, string token)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IServiceTokens));
        services.AddSingleton<IServiceTokens>(provider => new FirstOf(token, (IServiceTokens)registered.ImplementationFactory!(provider)));
    }

    private static ClientCredentials Credentials(TestIssuer issuer, TimeProvider clock) => new(
        new HttpClient(),
        new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{issuer.Address}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false }),
        new ClientRegistration { Id = TestIssuer.Client, Secret = TestIssuer.Secret, Scope = "regio" },
        clock,
        NullLogger<ClientCredentials>.Instance);

    private sealed class FirstOf(string first, IServiceTokens then) : IServiceTokens
    {
        private string? _first = first;

        public ValueTask<string> GetAsync(CancellationToken ct) => _first is { } token ? ValueTask.FromResult(token) : then.GetAsync(ct);

        public void Forget(string token)
        {
            if (token == _first)
                _first = null;
            else
                then.Forget(token);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
