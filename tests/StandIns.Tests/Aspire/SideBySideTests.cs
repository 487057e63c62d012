using Aspire.Hosting.Running;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class SideBySideTests : IDisposable
{
    private readonly string _one = Directory.CreateTempSubdirectory("app-host-test-").FullName;
    private readonly string _other = Directory.CreateTempSubdirectory("app-host-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_one, recursive: true);
        Directory.Delete(_other, recursive: true);
    }

    [Fact]
    public async Task Two_app_hosts_do_not_disturb_each_other()
    {
        using var one = HostProcess.Start(_one);
        using var other = HostProcess.Start(_other);
        await Task.WhenAll(one.UntilHealthyAsync("sample"), other.UntilHealthyAsync("sample"));
        var others = ProcessTree.DescendantsOf(other.Id);

        one.Signal(Signal.Terminate);
        Assert.Equal(0, await one.UntilExitAsync(Cancellation));

        Assert.All(others, process => Assert.True(process.IsAlive, process.Command));
        other.Signal(Signal.Terminate);
        Assert.Equal(0, await other.UntilExitAsync(Cancellation));
        Assert.DoesNotContain(others, process => process.IsAlive);
    }
}
