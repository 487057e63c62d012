using Grpc.Core;
using Regio.Probe.V1;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Probe;

internal static class Streams
{
    /// <summary>Calls one of the streaming methods with one request and reads it to the end.</summary>
    public static async Task CallAsync(ProbeService.ProbeServiceClient client, string method, AskRequest request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        switch (method)
        {
            case "Collect":
                using (var call = client.Collect(cancellationToken: cancellation))
                    await call.SendAsync(request);
                break;
            case "Tell":
                using (var call = client.Tell(request, cancellationToken: cancellation))
                    await call.ResponseStream.ReadAllAsync(cancellation).CountAsync(cancellation);
                break;
            default:
                using (var call = client.Chat(cancellationToken: cancellation))
                    await call.SendAsync(request, cancellation);
                break;
        }
    }
}
