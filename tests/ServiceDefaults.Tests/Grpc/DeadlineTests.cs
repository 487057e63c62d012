using Grpc.Core;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Grpc;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_callers_deadline_cancels_the_work()
    {
        await using var host = await ProbeHost.StartAsync();
        var work = host.HangUntilCancelled();

        var deadline = TimeProvider.System.GetUtcNow().AddMilliseconds(100).UtcDateTime;
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().AskAsync(new AskRequest(), deadline: deadline));

        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        await work.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_without_deadline_ends_at_the_services_own()
    {
        await using var host = await ProbeHost.StartAsync(new Dictionary<string, string?> { ["Grpc:MaxDuration"] = "00:00:00.200" });
        var work = host.HangUntilCancelled();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().AskAsync(new AskRequest()));

        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        await work.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(3_600, 1)]
    [InlineData(0.05, 0.05)]
    public async Task The_service_sees_the_nearer_of_both_deadlines(double asked, double expected)
    {
        await using var host = await ProbeHost.StartAsync(new Dictionary<string, string?> { ["Grpc:MaxDuration"] = "00:00:01" });
        var left = TimeSpan.Zero;
        host.Script.Run = (_, context) =>
        {
            left = context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            return Task.FromResult(new AskResponse());
        };

        try
        {
            await host.CreateClient().AskAsync(new AskRequest(), deadline: TimeProvider.System.GetUtcNow().AddSeconds(asked).UtcDateTime);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.DeadlineExceeded && asked < expected + 1)
        {
            Assert.Skip("The machine was too slow for a deadline of 50 ms.");
        }

        Assert.InRange(left.TotalSeconds, double.Epsilon, expected);
    }

    [Fact]
    public async Task A_stream_of_answers_may_last_longer_than_a_single_answer()
    {
        await using var host = await ProbeHost.StartAsync(new Dictionary<string, string?> { ["Grpc:MaxDuration"] = "00:00:01" });
        var deadline = DateTime.MinValue;
        host.Script.Run = (_, context) =>
        {
            deadline = context.Deadline;
            return Task.FromResult(new AskResponse());
        };

        await Streams.CallAsync(host.CreateClient(), "Tell", new AskRequest());

        Assert.Equal(DateTime.MaxValue, deadline);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_work()
    {
        await using var host = await ProbeHost.StartAsync();
        var work = host.HangUntilCancelled(out var started);
        using var leaving = new CancellationTokenSource();

        var call = host.CreateClient().AskAsync(new AskRequest(), cancellationToken: leaving.Token);
        await started.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        await work.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
