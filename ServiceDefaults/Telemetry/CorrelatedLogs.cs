using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>Exported log lines carry no scopes, so the id of the request is put on them as an attribute.</summary>
internal sealed class CorrelatedLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (Correlation.RequestId(data.TraceState ?? System.Diagnostics.Activity.Current?.TraceStateString) is { } requestId)
            data.Attributes = [.. data.Attributes ?? [], KeyValuePair.Create<string, object?>(Correlation.RequestIdKey, requestId)];
    }
}
