using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Security;

public sealed class TokenTests
{
    private static readonly TestToken Valid = new() { Subject = "anna", Roles = [Roles.Finance], Municipality = "GM0106", Provider = "p1" };

    [Fact]
    public async Task The_method_learns_who_calls()
    {
        await using var host = await ProbeHost.StartAsync();
        var caller = Caller.Anonymous;
        host.Script.Run = (_, context) =>
        {
            caller = context.GetCaller();
            return Task.FromResult(new AskResponse());
        };

        await host.CreateClient(TestTokens.Create(Valid)).AskAsync(new AskRequest());

        Assert.Equal(("anna", "GM0106", "p1"), (caller.Subject, caller.Municipality, caller.Provider));
        Assert.Equal([Roles.Finance], caller.Roles);
    }

    [Fact]
    public async Task A_call_without_a_token_is_refused()
    {
        await using var host = await ProbeHost.StartAsync();

        var refusal = await Refusal.Of(host.CreateAnonymousClient().AskAsync(new AskRequest()));

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), (refusal.Code, refusal.Reason));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "expired", "TOKEN_EXPIRED" },
        { "of a foreign key", "TOKEN_INVALID" },
        { "of a foreign issuer", "TOKEN_INVALID" },
        { "for another audience", "TOKEN_INVALID" },
        { "unsigned", "TOKEN_INVALID" },
        { "signed with the public key as a shared secret", "TOKEN_INVALID" },
        { "with another payload than was signed", "TOKEN_INVALID" },
        { "not a token", "TOKEN_INVALID" },
        { "of a stronger but unlisted algorithm", "TOKEN_INVALID" },
    };

    private static string Token(string kind) => kind switch
    {
        "expired" => TestTokens.Create(Valid with { ValidFor = TimeSpan.FromMinutes(-1) }),
        "of a foreign key" => TestTokens.Create(Valid with { Signing = Signing(ECCurve.NamedCurves.nistP256, SecurityAlgorithms.EcdsaSha256) }),
        "of a foreign issuer" => TestTokens.Create(Valid with { Issuer = "somebody" }),
        "for another audience" => TestTokens.Create(Valid with { Audience = "somebody" }),
        "unsigned" => TestTokens.Create(Valid with { WithoutSignature = true }),
        "signed with the public key as a shared secret" => TestTokens.Create(Valid with
        {
            Signing = new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(TestTokens.PublicKey)), SecurityAlgorithms.HmacSha256),
        }),
        "with another payload than was signed" => Forge(),
        "of a stronger but unlisted algorithm" => TestTokens.Create(Valid with { Signing = Signing(ECCurve.NamedCurves.nistP384, SecurityAlgorithms.EcdsaSha384) }),
        _ => "Jan Jansen",
    };

    private static SigningCredentials Signing(ECCurve curve, string algorithm) => new(new ECDsaSecurityKey(ECDsa.Create(curve)), algorithm);

    private static string Forge()
    {
        var (real, other) = (TestTokens.Create(Valid).Split('.'), TestTokens.Create(Valid with { Subject = "bert" }).Split('.'));
        return $"{real[0]}.{other[1]}.{real[2]}";
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_token_that_is_not_to_be_believed_is_refused(string kind, string reason)
    {
        await using var host = await ProbeHost.StartAsync();
        await host.CreateClient(TestTokens.Create(Valid)).AskAsync(new AskRequest());

        var refusal = await Refusal.Of(host.CreateClient(Token(kind)).AskAsync(new AskRequest()));

        Assert.Equal((StatusCode.Unauthenticated, reason), (refusal.Code, refusal.Reason));
        Assert.DoesNotContain("Jan Jansen", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_do_it_is_told_who_may()
    {
        await using var host = await ProbeHost.StartAsync();
        var (refused, allowed) = (host.CreateClient(TestTokens.For(Roles.Council)), host.CreateClient(TestTokens.For(Roles.Finance)));

        await allowed.GuardAsync(new AskRequest());
        var refusal = await Refusal.Of(refused.GuardAsync(new AskRequest()));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED"), (refusal.Code, refusal.Reason));
        Assert.Equal("finance,regiomanager", refusal.Metadata["allowed_roles"]);
    }

    [Fact]
    public async Task A_token_without_roles_may_do_nothing()
    {
        await using var host = await ProbeHost.StartAsync();

        var refusal = await Refusal.Of(host.CreateClient(TestTokens.Create(new TestToken())).AskAsync(new AskRequest()));

        Assert.Equal("ROLE_NOT_ALLOWED", refusal.Reason);
    }

    [Fact]
    public async Task Streams_are_guarded_before_their_first_message()
    {
        await using var host = await ProbeHost.StartAsync();

        foreach (var method in new[] { "Collect", "Tell", "Chat" })
        {
            var refusal = await Refusal.Of(() => Streams.CallAsync(host.CreateAnonymousClient(), method, new AskRequest()));
            Assert.Equal("TOKEN_MISSING", refusal.Reason);
        }
    }

    [Fact]
    public async Task A_token_that_was_believed_is_refused_once_it_has_expired()
    {
        var clock = new ShiftedClock();
        var trust = Trust();
        using var check = new TokenCheck(trust, clock);
        var header = $"Bearer {TestTokens.Create(Valid with { ValidFor = TimeSpan.FromMinutes(1) })}";
        Assert.NotNull((await check.CheckAsync(header)).Caller);
        Assert.NotNull(check.Recall(header));

        clock.Shift = TimeSpan.FromMinutes(2);
        Assert.Null(check.Recall(header));
    }

    [Fact]
    public async Task A_believed_token_is_not_checked_again_within_five_minutes()
    {
        var clock = new ShiftedClock();
        using var check = new TokenCheck(Trust(), clock);
        var header = $"Bearer {TestTokens.Create(Valid)}";
        Assert.Null(check.Recall(header));
        await check.CheckAsync(header);

        clock.Shift = TimeSpan.FromMinutes(4);
        Assert.NotNull(check.Recall(header));
        clock.Shift = TimeSpan.FromMinutes(6);
        Assert.Null(check.Recall(header));
    }

    [Fact]
    public async Task A_refused_token_is_not_remembered()
    {
        using var check = new TokenCheck(Trust(), TimeProvider.System);
        var header = $"Bearer {Forge()}";

        Assert.Equal((null, TokenFault.Invalid), await check.CheckAsync(header));

        Assert.Null(check.Recall(header));
    }

    private static TokenValidationParameters Trust()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(TestTokens.PublicKey), out _);
        return new TokenValidationParameters
        {
            ValidIssuer = TestTokens.Issuer,
            ValidAudience = TestTokens.Audience,
            IssuerSigningKey = new ECDsaSecurityKey(key),
            ClockSkew = TimeSpan.Zero,
        };
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
