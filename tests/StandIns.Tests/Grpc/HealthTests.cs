using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Regio.StandIns.Tests.Grpc;

public sealed class HealthTests
{
    private static readonly HealthCheckRequest WholeServer = new();
    private static readonly HealthCheckRequest EchoOnly = new() { Service = Echo.Descriptor.FullName };

    [Fact]
    public async Task A_check_follows_the_health_checks_of_the_service_asked_for()
    {
        await using var server = await EchoServer.Start();
        using var channel = server.OpenChannel();
        var client = new Health.HealthClient(channel);

        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(WholeServer, cancellationToken: Running.Test)).Status);
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(EchoOnly, cancellationToken: Running.Test)).Status);

        server.Check.Status = HealthStatus.Degraded;
        Assert.Equal(ServingStatus.Serving, (await client.CheckAsync(EchoOnly, cancellationToken: Running.Test)).Status);

        server.Check.Status = HealthStatus.Unhealthy;
        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(EchoOnly, cancellationToken: Running.Test)).Status);
        Assert.Equal(ServingStatus.NotServing, (await client.CheckAsync(WholeServer, cancellationToken: Running.Test)).Status);
    }

    [Fact]
    public async Task A_service_that_is_not_mapped_is_not_found_by_a_check_and_unknown_to_a_watch()
    {
        await using var server = await EchoServer.Start();
        using var channel = server.OpenChannel();
        var client = new Health.HealthClient(channel);
        var nobody = new HealthCheckRequest { Service = "nobody" };

        var error = await Assert.ThrowsAsync<RpcException>(async () => await client.CheckAsync(nobody, cancellationToken: Running.Test));
        using var watch = client.Watch(nobody, cancellationToken: Running.Test);
        await watch.ResponseStream.MoveNext(Running.Test);

        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal(ServingStatus.ServiceUnknown, watch.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task A_watch_tells_the_status_now_and_each_change_once()
    {
        await using var server = await EchoServer.Start();
        using var channel = server.OpenChannel();
        using var watch = new Health.HealthClient(channel).Watch(EchoOnly, cancellationToken: Running.Test);

        Assert.Equal(ServingStatus.Serving, await Next(watch));
        server.Check.Status = HealthStatus.Unhealthy;
        Assert.Equal(ServingStatus.NotServing, await Next(watch));
        server.Check.Status = HealthStatus.Healthy;
        Assert.Equal(ServingStatus.Serving, await Next(watch));
    }

    [Fact]
    public async Task A_watch_ends_with_not_serving_when_the_server_stops()
    {
        await using var server = await EchoServer.Start();
        using var channel = server.OpenChannel();
        using var watch = new Health.HealthClient(channel).Watch(WholeServer, cancellationToken: Running.Test);
        Assert.Equal(ServingStatus.Serving, await Next(watch));

        var stop = server.Stop();

        Assert.Equal(ServingStatus.NotServing, await Next(watch));
        Assert.False(await watch.ResponseStream.MoveNext(Running.Test));
        await stop.WaitAsync(TimeSpan.FromSeconds(20), Running.Test);
    }

    private static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext(Running.Test).WaitAsync(TimeSpan.FromSeconds(20), Running.Test));
        return watch.ResponseStream.Current.Status;
    }
}
