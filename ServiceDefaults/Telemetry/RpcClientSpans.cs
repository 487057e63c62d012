using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>Gives the spans of the gRPC client engine the names and tags of the conventions.</summary>
internal sealed class RpcClientSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != "Grpc.Net.Client" || data.GetTagItem(RpcTags.EngineMethod) is not string method)
            return;
        var status = int.TryParse(data.GetTagItem(RpcTags.EngineStatus) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : RpcTags.Unknown;
        RpcTags.Describe(data, RpcMethod.Parse(method, isKnown: true), status, isServer: false);
    }
}
