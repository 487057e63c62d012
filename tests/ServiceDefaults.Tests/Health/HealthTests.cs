using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regio.ServiceDefaults.Health;
using Regio.ServiceDefaults.Tests.Probe;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Regio.ServiceDefaults.Tests.Health;

public sealed class HealthTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static Task<ProbeHost> StartAsync(Func<CancellationToken, Task<HealthCheckResult>> check) => ProbeHost.StartAsync(
        configure: builder => builder.Services.AddHealthChecks().AddAsyncCheck("database", check, [HealthTags.Ready]));

    private static global::Grpc.Health.V1.Health.HealthClient Client(ProbeHost host) => new(host.Running.CreateChannel());

    [Theory]
    [InlineData("")]
    [InlineData("regio.probe.v1.ProbeService")]
    public async Task A_service_that_can_work_says_so_under_its_names(string name)
    {
        await using var host = await StartAsync(_ => Task.FromResult(HealthCheckResult.Healthy()));

        var answer = await Client(host).CheckAsync(new HealthCheckRequest { Service = name });

        Assert.Equal(ServingStatus.Serving, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("regio.probe.v1.ProbeService")]
    public async Task A_service_without_its_database_is_not_serving_but_alive(string name)
    {
        await using var host = await StartAsync(_ => Task.FromResult(HealthCheckResult.Unhealthy("secret")));
        using var pages = host.Running.CreateHttpClient();

        var answer = await Client(host).CheckAsync(new HealthCheckRequest { Service = name });
        using var health = await pages.GetAsync("/health", TestContext.Current.CancellationToken);
        using var alive = await pages.GetAsync("/alive", TestContext.Current.CancellationToken);

        Assert.Equal(ServingStatus.NotServing, answer.Status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (health.StatusCode, alive.StatusCode));
        Assert.Equal("Unhealthy\ndatabase: Unhealthy\n", await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Healthy\nself: Healthy\n", await alive.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_name_is_not_found()
    {
        await using var host = await ProbeHost.StartAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await Client(host).CheckAsync(new HealthCheckRequest { Service = "regio.nothing.v1.NothingService" }));

        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
    }

    [Fact]
    public async Task Who_watches_sees_the_service_become_ready_and_stop()
    {
        await using var host = await ProbeHost.StartAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var watch = Client(host).Watch(new HealthCheckRequest(), cancellationToken: patience.Token);

        var seen = new List<ServingStatus>();
        while (!seen.Contains(ServingStatus.Serving) && await watch.ResponseStream.MoveNext(patience.Token))
            seen.Add(watch.ResponseStream.Current.Status);
        var stopping = host.StopAsync();
        while (await watch.ResponseStream.MoveNext(patience.Token))
            seen.Add(watch.ResponseStream.Current.Status);
        await stopping;

        Assert.Equal(ServingStatus.NotServing, seen[^1]);
    }

    [Fact]
    public async Task However_often_somebody_asks_a_check_runs_once_a_second()
    {
        var runs = 0;
        await using var host = await StartAsync(_ =>
        {
            Interlocked.Increment(ref runs);
            return Task.FromResult(HealthCheckResult.Healthy());
        });
        using var pages = host.Running.CreateHttpClient();
        var start = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => pages.GetStringAsync("/health", TestContext.Current.CancellationToken)));

        Assert.InRange(runs, 1, 2 + (int)TimeProvider.System.GetElapsedTime(start).TotalSeconds);
    }

    [Fact]
    public async Task A_check_that_hangs_fails_in_three_seconds()
    {
        await using var host = await StartAsync(async _ =>
        {
            await new TaskCompletionSource().Task;
            return HealthCheckResult.Healthy();
        });
        using var pages = host.Running.CreateHttpClient();

        using var health = await pages.GetAsync("/health", TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    [Fact]
    public async Task A_check_that_throws_does_not_tell_why()
    {
        await using var host = await StartAsync(_ => throw new InvalidOperationException("secret"));
        using var pages = host.Running.CreateHttpClient();

        using var health = await pages.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal("Unhealthy\ndatabase: Unhealthy\n", await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
