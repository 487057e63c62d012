using Grpc.Core;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Hosting;

public sealed class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_service_that_stops_finishes_the_calls_in_flight_and_takes_no_new_ones()
    {
        await using var host = await ProbeHost.StartAsync();
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Script.Run = async (request, _) =>
        {
            begun.TrySetResult();
            await goOn.Task;
            return new AskResponse { Subject = request.Subject };
        };
        var inFlight = host.CreateClient().AskAsync(new AskRequest { Subject = "in flight" });
        await begun.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        goOn.SetResult();

        Assert.Equal("in flight", (await inFlight).Subject);
        await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var late = await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().AskAsync(new AskRequest()));
        Assert.Equal(StatusCode.Unavailable, late.StatusCode);
    }
}
