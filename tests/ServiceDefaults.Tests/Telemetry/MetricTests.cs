using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Telemetry;

public sealed class MetricTests
{
    [Fact]
    public async Task Calls_are_measured_by_method_and_status()
    {
        await using var host = await ProbeHost.StartAsync();
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "rpc.server.call.duration" && instrument.Meter.Scope == host.Running.Services.GetRequiredService<IMeterFactory>())
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, duration, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary();
            seen.Enqueue($"{named["rpc.service"]}/{named["rpc.method"]} {named["rpc.response.status_code"]} {duration > 0}");
        });
        listener.Start();
        var client = host.CreateClient();

        await client.AskAsync(new AskRequest());
        host.Script.Run = (_, _) => throw new DomainException(new Rule("R", RuleKind.State, "e", "d"));
        await Assert.ThrowsAsync<RpcException>(async () => await client.GuardAsync(new AskRequest()));

        await Eventually.Is("both calls are measured", 2, () => Task.FromResult(seen.Count));
        Assert.Equal(["regio.probe.v1.ProbeService/Ask OK True", "regio.probe.v1.ProbeService/Guard FAILED_PRECONDITION True"], seen);
    }
}
