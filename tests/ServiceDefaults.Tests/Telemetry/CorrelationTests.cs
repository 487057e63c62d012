using System.Diagnostics;
using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Telemetry;
using Regio.ServiceDefaults.Tests.Messaging;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Telemetry;

public sealed class CorrelationTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task What_a_call_logs_carries_the_id_of_the_request_and_of_the_trace()
    {
        await using var host = await ProbeHost.StartAsync();
        var requestId = Guid.CreateVersion7().ToString();
        var tracestate = "";
        host.Script.Run = (_, _) =>
        {
            tracestate = Activity.Current?.TraceStateString;
            throw new InvalidOperationException("Unexpected.");
        };

        await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().WriteAsync(new WriteRequest { RequestId = requestId }));

        var line = Assert.Single(host.Running.Logs.All, log => log.Text.Contains("failed unexpectedly", StringComparison.Ordinal));
        Assert.Equal(requestId, line.Scope["request_id"]);
        Assert.Equal(line.Trace!.Value.ToHexString(), line.Scope["trace_id"]);
        Assert.Equal($"regio-request={requestId}", tracestate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an id, and maybe the name of a child")]
    public async Task What_is_no_id_is_neither_logged_nor_passed_on(string requestId)
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new InvalidOperationException($"State: '{Activity.Current?.TraceStateString}'");

        await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().WriteAsync(new WriteRequest { RequestId = requestId }));

        var line = Assert.Single(host.Running.Logs.All, log => log.Text.Contains("failed unexpectedly", StringComparison.Ordinal));
        Assert.False(line.Scope.ContainsKey("request_id"));
    }

    [Fact]
    public async Task What_a_consumer_logs_carries_the_request_that_set_it_in_motion()
    {
        using var logs = new CapturedLogs();
        await using var service = await TestService.StartAsync("reader", Database.ConnectionString, Broker.Address, bus =>
        {
            bus.AddSingleton<ILoggerProvider>(logs);
            bus.AddConsumer<OnCounted, OnCountedDefinition>();
        });
        await service.ReadyAsync();
        service.Script.Run = context =>
        {
            context.GetPayload<IServiceProvider>().GetRequiredService<ILogger<CorrelationTests>>().LogWarning("Handled");
            return Task.CompletedTask;
        };
        var requestId = Guid.CreateVersion7().ToString();
        ActivityTraceId trace;
        using (var request = new Activity("request"))
        {
            request.SetIdFormat(ActivityIdFormat.W3C);
            request.TraceStateString = $"regio-request={requestId},other=1";
            request.Start();
            trace = request.TraceId;
            await service.CountAsync("logged");
        }

        await Eventually.Is("it is handled", 1, EffectsAsync);
        var line = Assert.Single(logs.All, log => log.Text == "Handled");
        Assert.Equal(requestId, line.Scope["request_id"]);
        Assert.Equal(trace.ToHexString(), line.Scope["trace_id"]);
        Assert.Equal(OnCounted.Queue, line.Scope["queue"]);
        Assert.Equal(await Database.ScalarAsync<Guid>("select message_id from outbox_message"), line.Scope["message_id"]);
    }

    [Fact]
    public void An_exported_line_carries_the_request_although_scopes_are_not_exported()
    {
        var attributes = new List<KeyValuePair<string, object?>>();
        using var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
            options.AddProcessor(new CorrelatedLogs()).AddProcessor(new Keeping(attributes))));
        var requestId = Guid.CreateVersion7().ToString();
        using var request = new Activity("request");
        request.SetIdFormat(ActivityIdFormat.W3C);
        request.TraceStateString = $"regio-request={requestId}";
        request.Start();

        factory.CreateLogger("any").LogWarning("Done with {Thing}", "it");

        Assert.Contains(KeyValuePair.Create<string, object?>("request_id", requestId), attributes);
        Assert.Contains(KeyValuePair.Create<string, object?>("Thing", "it"), attributes);
    }

    private sealed class Keeping(List<KeyValuePair<string, object?>> attributes) : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data) => attributes.AddRange(data.Attributes ?? []);
    }
}
