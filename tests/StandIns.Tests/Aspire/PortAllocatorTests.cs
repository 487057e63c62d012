using Aspire.Hosting.Running;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>Ports for the processes of an app host.</summary>
public sealed class PortAllocatorTests
{
    [Fact]
    public void A_port_that_was_let_go_for_its_process_is_not_given_to_another_host()
    {
        using var another = new PortAllocator();
        int port;
        using (var host = new PortAllocator())
        {
            port = host.TakeFree();
            host.Release(port);

            Assert.False(another.TryTakeFree(port));
        }

        Assert.True(another.TryTakeFree(port));
    }

    [Fact]
    public void A_port_that_somebody_listens_on_is_not_free()
    {
        using var somebody = new PortAllocator();
        using var another = new PortAllocator();
        var port = somebody.TakeFree();
        somebody.Release(port);
        Assert.True(somebody.TryTake(port));

        Assert.False(another.TryTake(port));
        Assert.False(another.TryTakeFree(port));
    }
}
