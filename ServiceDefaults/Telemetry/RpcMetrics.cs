using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>How long calls take, by method and status.</summary>
internal sealed class RpcMetrics
{
    private readonly Histogram<double> _duration;

    public RpcMetrics(IMeterFactory meters) => _duration = meters.Create("Regio.ServiceDefaults")
        .CreateHistogram<double>("rpc.server.call.duration", "s", "Duration of calls to this service.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
            });

    public void RecordCall(TimeSpan duration, RpcMethod method, int status)
    {
        if (!_duration.Enabled)
            return;
        _duration.Record(duration.TotalSeconds, new TagList
        {
            { "rpc.system.name", "grpc" },
            { "rpc.service", method.Service },
            { "rpc.method", method.Method },
            { "rpc.response.status_code", StatusNames.Of((StatusCode)status) },
        });
    }
}
