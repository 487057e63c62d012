using Grpc.Core;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Grpc;

/// <summary>How many calls a client may have open, on a connection and over all of them.</summary>
public sealed class CallLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_beyond_those_of_a_connection_waits_until_one_of_them_has_ended()
    {
        await using var host = await StartAsync("Grpc:MaxStreamsPerConnection", 2);
        var (entered, gate) = CountAndHold(host);
        using var oneConnection = new SocketsHttpHandler { EnableMultipleHttp2Connections = false };
        var client = new ProbeService.ProbeServiceClient(host.Running.CreateChannel(configure: options => options.HttpHandler = oneConnection));
        var headers = new Metadata { { "authorization", $"Bearer {TestTokens.For(Roles.Regiomanager)}" } };

        var calls = Enumerable.Range(0, 3).Select(_ => client.AskAsync(new AskRequest(), headers, cancellationToken: Ct).ResponseAsync).ToList();
        await Eventually.Is("two calls are inside", 2, () => Task.FromResult(entered()));
        gate.Release();

        await Task.WhenAny(calls);
        await Eventually.Is("the third is inside", 3, () => Task.FromResult(entered()));
        gate.Release(2);
        await Task.WhenAll(calls);
    }

    [Theory]
    [InlineData("Ask")]
    [InlineData("Tell")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task A_caller_with_too_many_calls_open_is_refused_until_one_has_ended(string method)
    {
        await using var host = await StartAsync("Grpc:MaxCallsPerCaller", 2);
        var (entered, gate) = CountAndHold(host);
        var open = new[] { host.CreateClient(), host.CreateClient() }.Select(client => CallAsync(client, method)).ToList();
        await Eventually.Is("two calls are inside", 2, () => Task.FromResult(entered()));

        var refused = await Refusal.Of(() => CallAsync(host.CreateClient(), method));
        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_CALLS", "2"), (refused.Code, refused.Reason, refused.Metadata["limit"]));

        gate.Release(3);
        await Task.WhenAll(open);
        await CallAsync(host.CreateClient(), method);
    }

    [Fact]
    public async Task One_callers_calls_are_not_anothers()
    {
        await using var host = await StartAsync("Grpc:MaxCallsPerCaller", 1);
        var (entered, gate) = CountAndHold(host);
        var first = host.CreateClient().AskAsync(new AskRequest(), cancellationToken: Ct).ResponseAsync;
        await Eventually.Is("the first is inside", 1, () => Task.FromResult(entered()));

        var other = host.CreateClient(TestTokens.Create(new TestToken { Subject = "other", Roles = [Roles.Finance] })).AskAsync(new AskRequest(), cancellationToken: Ct).ResponseAsync;

        await Eventually.Is("so is the other", 2, () => Task.FromResult(entered()));
        gate.Release(2);
        await Task.WhenAll(first, other);
    }

    private static Task<ProbeHost> StartAsync(string limit, int value) =>
        ProbeHost.StartAsync(new Dictionary<string, string?>(RunningService.Settings) { [limit] = $"{value}" });

    private static Task CallAsync(ProbeService.ProbeServiceClient client, string method) => method == "Ask"
        ? client.AskAsync(new AskRequest(), cancellationToken: Ct).ResponseAsync
        : Streams.CallAsync(client, method, new AskRequest());

    private static (Func<int> Entered, SemaphoreSlim Gate) CountAndHold(ProbeHost host)
    {
        var (entered, gate) = (0, new SemaphoreSlim(0));
        host.Script.Run = async (_, context) =>
        {
            Interlocked.Increment(ref entered);
            await gate.WaitAsync(context.CancellationToken);
            return new AskResponse();
        };
        return (() => Volatile.Read(ref entered), gate);
    }
}
