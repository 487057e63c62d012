using Grpc.Core;
using Microsoft.Extensions.Logging;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Telemetry;

/// <summary>Each refusal leaves a line in the log, whoever refuses: the token check, the rules of a method or what is found in the request.</summary>
public sealed class RefusalLogTests
{
    [Fact]
    public async Task A_call_without_token_is_logged_without_roles()
    {
        await using var host = await ProbeHost.StartAsync();

        await Refusal.Of(host.CreateAnonymousClient().AskAsync(new AskRequest { Subject = "Jan Jansen" }));

        await IsLoggedAsync(host, "regio.probe.v1.ProbeService/Ask was refused with UNAUTHENTICATED TOKEN_MISSING; roles: , municipality: (null), provider: (null)");
    }

    [Fact]
    public async Task A_role_that_is_not_allowed_is_logged_with_whose_it_is()
    {
        await using var host = await ProbeHost.StartAsync();

        await Refusal.Of(host.CreateClient(TestTokens.For(Roles.PolicyAdviser, "GM0106")).GuardAsync(new AskRequest()));

        await IsLoggedAsync(host, "regio.probe.v1.ProbeService/Guard was refused with PERMISSION_DENIED ROLE_NOT_ALLOWED; roles: policy-adviser, municipality: GM0106, provider: (null)");
    }

    [Fact]
    public async Task A_broken_rule_is_logged_and_its_reason_is_on_the_span_and_nothing_of_the_request_is_in_either()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new DomainException(CommonRules.OtherPartyData);

        await Refusal.Of(host.CreateClient().AskAsync(new AskRequest { Subject = "Jan Jansen" }));

        await IsLoggedAsync(host, $"regio.probe.v1.ProbeService/Ask was refused with PERMISSION_DENIED {CommonRules.OtherPartyData.Code}; roles: regiomanager, municipality: (null), provider: (null)");
        await Eventually.Holds("the span tells the reason", () => Task.FromResult(host.Running.Spans.All.Any(span => span.GetTagItem("regio.error.reason") is string reason && reason == CommonRules.OtherPartyData.Code)));
        Assert.DoesNotContain(host.Running.Logs.All, line => line.Text.Contains("Jan Jansen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_cannot_be_taken_is_logged()
    {
        await using var host = await ProbeHost.StartAsync();

        await Refusal.Of(host.CreateClient().AskAsync(new AskRequest { Subject = new string('x', 21) }));

        await IsLoggedAsync(host, "regio.probe.v1.ProbeService/Ask was refused with INVALID_ARGUMENT INVALID_REQUEST; roles: regiomanager, municipality: (null), provider: (null)");
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_logged_from_its_trailers()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new DomainException(CommonRules.OtherPartyData);
        using var call = host.CreateClient().Tell(new AskRequest());

        await Refusal.Of(async () => await call.ResponseStream.ReadAllAsync().ToListAsync());

        await IsLoggedAsync(host, $"regio.probe.v1.ProbeService/Tell was refused with PERMISSION_DENIED {CommonRules.OtherPartyData.Code}; roles: regiomanager, municipality: (null), provider: (null)");
    }

    [Fact]
    public async Task What_is_answered_or_given_up_or_fails_leaves_no_line()
    {
        await using var host = await ProbeHost.StartAsync();
        var client = host.CreateClient();
        using var cancel = new CancellationTokenSource();
        host.Script.Run = async (_, context) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new AskResponse();
        };
        await Assert.ThrowsAsync<RpcException>(async () => await client.AskAsync(new AskRequest(), cancellationToken: cancel.Token));
        host.Script.Run = (_, _) => throw new InvalidOperationException("Unexpected.");
        Assert.Equal(StatusCode.Internal, (await Refusal.Of(client.AskAsync(new AskRequest()))).Code);
        host.Script.Run = (_, _) => Task.FromResult(new AskResponse());

        await client.AskAsync(new AskRequest());
        await Refusal.Of(host.CreateAnonymousClient().AskAsync(new AskRequest()));

        await IsLoggedAsync(host, "regio.probe.v1.ProbeService/Ask was refused with UNAUTHENTICATED TOKEN_MISSING; roles: , municipality: (null), provider: (null)");
    }

    /// <summary>That it is logged, and nothing else of its kind.</summary>
    private static Task IsLoggedAsync(ProbeHost host, string text) => Eventually.Is(
        "the refusal is logged",
        (LogLevel.Information, text),
        () => Task.FromResult(host.Running.Logs.All.Where(line => line.Text.Contains("was refused with", StringComparison.Ordinal)).Select(line => (line.Level, line.Text)).SingleOrDefault()));
}
