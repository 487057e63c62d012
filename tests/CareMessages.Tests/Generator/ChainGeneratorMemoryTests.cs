using Regio.CareMessages.Tests.Support;
using Regio.MessageGenerator;

namespace Regio.CareMessages.Tests.Generator;

[Collection(nameof(Alone))]
public sealed class ChainGeneratorMemoryTests
{
    [Fact]
    public void Nothing_of_a_client_is_kept() => Assert.InRange(Growth(clients: 500), long.MinValue, 4 << 20);

    [Fact]
    [Trait("Category", "Long")]
    public void Nothing_of_twenty_thousand_clients_is_kept() => Assert.InRange(Growth(clients: 20_000), long.MinValue, 4 << 20);

    /// <summary>How much more is alive after a year of files than after the first hundred, in bytes.</summary>
    private static long Growth(int clients)
    {
        var (count, before) = (0, 0L);
        foreach (var file in new ChainGenerator(ChainPlan.Drenthe(clients)).Files())
        {
            file.Write(Stream.Null);
            if (++count == 100)
                before = GC.GetTotalMemory(forceFullCollection: true);
        }

        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }
}
