using System.Diagnostics;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Health;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Telemetry;

public sealed class SpanTests
{
    private static readonly ActivitySource Source = new("Regio.Test");

    /// <summary>Runs something under a trace of its own and returns the service's spans of it.</summary>
    private static async Task<IReadOnlyList<Activity>> TraceAsync(ProbeHost host, Func<Task> work, Func<IReadOnlyList<Activity>, bool> complete)
    {
        ActivityTraceId trace;
        using (var root = Source.StartActivity("test", ActivityKind.Internal, default(ActivityContext)))
        {
            Assert.NotNull(root);
            trace = root.TraceId;
            await work();
        }

        await Eventually.Holds("the spans of the trace have ended", () => Task.FromResult(complete(host.Running.Spans.OfTrace(trace))));
        return host.Running.Spans.OfTrace(trace);
    }

    private static bool HasServer(IReadOnlyList<Activity> spans) => spans.Any(IsServer);

    private static bool IsServer(Activity span) => span.Source.Name == "Microsoft.AspNetCore";

    [Fact]
    public async Task The_span_of_a_call_is_named_and_tagged_by_the_conventions()
    {
        await using var host = await ProbeHost.StartAsync();
        var client = host.CreateClient();

        var spans = await TraceAsync(host, async () => await client.AskAsync(new AskRequest { Subject = "Jan Jansen" }), HasServer);

        foreach (var span in new[] { Assert.Single(spans, IsServer), Assert.Single(spans, span => span.Source.Name == "Grpc.Net.Client") })
        {
            Assert.Equal("regio.probe.v1.ProbeService/Ask", span.DisplayName);
            Assert.Equal("grpc", span.GetTagItem("rpc.system"));
            Assert.Equal("grpc", span.GetTagItem("rpc.system.name"));
            Assert.Equal("regio.probe.v1.ProbeService", span.GetTagItem("rpc.service"));
            Assert.Equal("Ask", span.GetTagItem("rpc.method"));
            Assert.Equal(0, span.GetTagItem("rpc.grpc.status_code"));
            Assert.Equal("OK", span.GetTagItem("rpc.response.status_code"));
            Assert.DoesNotContain(span.TagObjects, tag => $"{tag.Value}".Contains("Jan Jansen", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(RuleKind.Missing, StatusCode.NotFound, "NOT_FOUND", ActivityStatusCode.Unset)]
    [InlineData((RuleKind)99, StatusCode.Internal, "INTERNAL", ActivityStatusCode.Error)]
    public async Task A_refusal_is_no_failure_of_the_server_and_a_fault_is(RuleKind kind, StatusCode code, string name, ActivityStatusCode status)
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw (kind == (RuleKind)99 ? new FormatException() : new DomainException(new Rule("R", kind, "e", "d")));
        var client = host.CreateClient();

        var spans = await TraceAsync(host, () => Assert.ThrowsAsync<RpcException>(async () => await client.AskAsync(new AskRequest())), HasServer);

        var span = Assert.Single(spans, IsServer);
        Assert.Equal((int)code, span.GetTagItem("rpc.grpc.status_code"));
        Assert.Equal(name, span.GetTagItem("rpc.response.status_code"));
        Assert.Equal(status, span.Status);
    }

    [Fact]
    public async Task A_call_refused_at_the_door_has_its_status_too()
    {
        await using var host = await ProbeHost.StartAsync();
        var client = host.CreateAnonymousClient();

        var spans = await TraceAsync(host, () => Assert.ThrowsAsync<RpcException>(async () => await client.AskAsync(new AskRequest())), HasServer);

        Assert.Equal("UNAUTHENTICATED", Assert.Single(spans, IsServer).GetTagItem("rpc.response.status_code"));
    }

    [Fact]
    public async Task A_made_up_method_does_not_name_a_span()
    {
        await using var host = await ProbeHost.StartAsync();
        var raw = Marshallers.Create((byte[] value) => value, value => value);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "made.up", "Jan", raw, raw);
        var invoker = host.Running.CreateChannel().CreateCallInvoker();

        var spans = await TraceAsync(host, () => Assert.ThrowsAsync<RpcException>(async () => await invoker.AsyncUnaryCall(method, null, default, [])), HasServer);

        Assert.Equal("_OTHER", Assert.Single(spans, IsServer).DisplayName);
    }

    [Fact]
    public async Task The_span_of_a_page_is_named_after_its_route()
    {
        await using var host = await ProbeHost.StartAsync(map: app => app.MapGet("/monitor/{area}", (string area) => Results.Text(area)));
        using var pages = host.Running.CreateHttpClient();

        var spans = await TraceAsync(host, () => pages.GetStringAsync("/monitor/GM0106?name=Jan", TestContext.Current.CancellationToken), HasServer);

        var span = Assert.Single(spans, IsServer);
        Assert.Equal("GET /monitor/{area}", span.DisplayName);
        Assert.Equal("/monitor/{area}", span.GetTagItem("http.route"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
        Assert.DoesNotContain(span.TagObjects, tag => $"{tag.Value}".Contains("name=Jan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Probes_of_health_and_what_they_do_leave_no_spans()
    {
        await using var host = await ProbeHost.StartAsync(configure: builder => builder.Services.AddHealthChecks().AddAsyncCheck(
            "database",
            async cancellation =>
            {
                using var inner = Source.StartActivity("check");
                await Task.Yield();
                return HealthCheckResult.Healthy();
            },
            [HealthTags.Ready]));
        using var pages = host.Running.CreateHttpClient();
        var client = host.CreateClient();

        var spans = await TraceAsync(
            host,
            async () =>
            {
                await pages.GetStringAsync("/alive", TestContext.Current.CancellationToken);
                await pages.GetStringAsync("/health", TestContext.Current.CancellationToken);
                await new global::Grpc.Health.V1.Health.HealthClient(host.Running.CreateChannel()).CheckAsync(new HealthCheckRequest());
                await client.AskAsync(new AskRequest());
            },
            HasServer);

        Assert.Equal("regio.probe.v1.ProbeService/Ask", Assert.Single(spans, IsServer).DisplayName);
        Assert.DoesNotContain(host.Running.Spans.All, span => span.OperationName == "check");
    }

    [Fact]
    public async Task The_logs_of_a_call_carry_its_trace_id()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new FormatException();
        var client = host.CreateClient();

        var spans = await TraceAsync(host, () => Assert.ThrowsAsync<RpcException>(async () => await client.AskAsync(new AskRequest())), HasServer);

        Assert.Contains(host.Running.Logs.All, line => line.Trace == spans[0].TraceId);
    }
}
