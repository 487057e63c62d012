using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc.Clients;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Grpc.Clients;

public sealed class ServiceClientTests
{
    private static readonly Rule Wrong = new("WRONG", RuleKind.Invalid, "Wrong.", "Fout.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_go_round_the_servers_and_none_fails_when_one_of_them_stops()
    {
        await using var first = await ProbeHost.StartAsync();
        await using var second = await ProbeHost.StartAsync();
        var (toFirst, toSecond, done) = (0, 0, 0);
        first.Script.Run = (_, _) => AnswerAsync(ref toFirst);
        second.Script.Run = (_, _) => AnswerAsync(ref toSecond);
        using var host = Caller(first, second);
        var client = host.Services.GetRequiredService<ProbeService.ProbeServiceClient>();

        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
            {
                await client.GetAnswerAsync(new AskRequest(), Token(), cancellationToken: Ct);
                Interlocked.Increment(ref done);
            }
        })).ToList();
        await Eventually.Holds("both servers are called", () => Task.FromResult(toFirst > 20 && toSecond > 20));
        await first.StopAsync();
        var atStop = toSecond;

        await Task.WhenAll(callers);
        Assert.Equal(1_000, done);
        Assert.True(toSecond > atStop, "The calls had ended before the first server stopped.");
    }

    [Theory]
    [InlineData("GetAnswer", "Unavailable", 2, 3, true)]
    [InlineData("GetAnswer", "InvalidArgument", 1, 1, false)]
    [InlineData("GetAnswer", "Aborted", 1, 1, false)]
    [InlineData("Ask", "Unavailable", 1, 1, false)]
    public async Task Only_what_is_safe_to_repeat_is_tried_again_and_only_when_a_server_is_away(
        string method, string failure, int failures, int expectedCalls, bool succeeds)
    {
        await using var server = await ProbeHost.StartAsync();
        var calls = 0;
        server.Script.Run = (_, _) => Interlocked.Increment(ref calls) <= failures
            ? throw Failure(Enum.Parse<StatusCode>(failure))
            : Task.FromResult(new AskResponse());
        using var host = Caller(server);
        var client = host.Services.GetRequiredService<ProbeService.ProbeServiceClient>();
        async Task CallAsync() => await (method == "Ask" ? client.AskAsync(new(), Token(), cancellationToken: Ct) : client.GetAnswerAsync(new(), Token(), cancellationToken: Ct));

        if (succeeds)
            await CallAsync();
        else
            Assert.Equal(failure, (await Assert.ThrowsAsync<RpcException>(CallAsync)).StatusCode.ToString());
        Assert.Equal(expectedCalls, calls);
    }

    [Fact]
    public async Task The_callers_token_and_trace_travel_along_and_its_deadline_is_never_passed()
    {
        await using var behind = await ProbeHost.StartAsync();
        var (subject, trace, left) = ("", default(ActivityTraceId), TimeSpan.MaxValue);
        behind.Script.Run = (_, context) =>
        {
            subject = context.GetCaller().Subject;
            trace = Activity.Current!.TraceId;
            left = context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            return Task.FromResult(new AskResponse());
        };
        var settings = Addresses(behind);
        settings["Clients:Deadline"] = "00:00:05";
        await using var front = await ProbeHost.StartAsync(
            settings, builder => builder.AddServiceClient<ProbeService.ProbeServiceClient>("probe"));
        front.Script.Run = async (request, context) => await context.GetHttpContext().RequestServices
            .GetRequiredService<ProbeService.ProbeServiceClient>().GetAnswerAsync(request, cancellationToken: context.CancellationToken);
        var client = front.CreateClient(TestTokens.Create(new TestToken { Subject = "somebody", Roles = [Roles.Finance] }));

        using var root = new Activity("test").Start();
        await client.AskAsync(new AskRequest(), deadline: TimeProvider.System.GetUtcNow().AddSeconds(2).UtcDateTime, cancellationToken: Ct);
        Assert.Equal(("somebody", root.TraceId), (subject, trace));
        Assert.InRange(left, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        await client.AskAsync(new AskRequest(), deadline: TimeProvider.System.GetUtcNow().AddSeconds(30).UtcDateTime, cancellationToken: Ct);
        Assert.InRange(left, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_neighbour_that_hangs_is_told_as_one_that_is_away()
    {
        await using var behind = await ProbeHost.StartAsync();
        _ = behind.HangUntilCancelled();
        var settings = Addresses(behind);
        settings["Clients:Deadline"] = "00:00:00.200";
        await using var front = await ProbeHost.StartAsync(settings, builder => builder.AddServiceClient<ProbeService.ProbeServiceClient>("probe"));
        front.Script.Run = async (request, context) => await context.GetHttpContext().RequestServices
            .GetRequiredService<ProbeService.ProbeServiceClient>().GetAnswerAsync(request, cancellationToken: context.CancellationToken);

        var refusal = await Refusal.Of(front.CreateClient().AskAsync(new AskRequest(), cancellationToken: Ct));

        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task A_service_without_addresses_is_away_and_one_with_both_schemes_is_refused()
    {
        using var nowhere = Caller();
        var client = nowhere.Services.GetRequiredService<ProbeService.ProbeServiceClient>();
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await client.AskAsync(new(), cancellationToken: Ct));
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);

        using var mixed = Caller(new Dictionary<string, string?> { ["services:probe:grpc:0"] = "http://a:1", ["services:probe:grpc:1"] = "https://b:1" });
        Assert.Throws<InvalidOperationException>(() => mixed.Services.GetRequiredService<ProbeService.ProbeServiceClient>());
    }

    private static Task<AskResponse> AnswerAsync(ref int calls)
    {
        Interlocked.Increment(ref calls);
        return Task.FromResult(new AskResponse());
    }

    private static Exception Failure(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument => new DomainException(Wrong),
        StatusCode.Aborted => new Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException(),
        _ => new RpcException(new Status(code, "")),
    };

    private static Metadata Token() => new() { { "authorization", $"Bearer {TestTokens.For(Roles.Finance)}" } };

    private static Dictionary<string, string?> Addresses(params ProbeHost[] servers) => servers
        .Select((server, i) => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"services:probe:grpc:{i}"), (string?)server.Running.GrpcAddress.ToString()))
        .ToDictionary();

    private static IHost Caller(params ProbeHost[] servers) => Caller(Addresses(servers));

    private static IHost Caller(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceClient<ProbeService.ProbeServiceClient>("probe");
        return builder.Build();
    }
}
