using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Tests.Support;
using Regio.MessageGenerator;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>A file is read in the memory that one client needs, however large it is.</summary>
[Collection(nameof(Alone))]
public sealed class LargeFileTests
{
    private const long Allowed = 1 << 20;

    [Fact]
    public void A_claim_of_thirty_megabytes_takes_no_more_memory_late_than_early() => Assert.InRange(Growth(30_000_000), long.MinValue, Allowed);

    [Fact]
    [Trait("Category", "Long")]
    public void A_claim_of_five_hundred_megabytes_takes_no_more_memory_late_than_early() => Assert.InRange(Growth(500_000_000), long.MinValue, Allowed);

    [Fact]
    public void A_file_above_the_limit_of_the_standard_is_read_no_further()
    {
        var claim = new ClaimStream(200_000_000);

        var reading = MessageReader.Read(claim, new Takes(_ => { }));

        var finding = Assert.Single(reading.Findings);
        Assert.Equal("OP179", finding.Number);
        Assert.InRange(claim.Taken, 25 << 20, 26 << 20);
    }

    [Theory]
    [InlineData(100_000_000, "OP179")]
    [InlineData(20_000_000, "XSD10")]
    public void One_text_without_end_is_named_at_its_place_and_not_held(int length, string rule)
    {
        var text = Samples.Request.Replace("<AangevraagdeProducten>", "<Commentaar>#</Commentaar><AangevraagdeProducten>", StringComparison.Ordinal);
        var file = Pieces.Of(text, "#", new string('x', 10_000), length / 10_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var finding = Assert.Single(MessageReader.Read(file).Findings);

        Assert.Equal((rule, "/Bericht/Client/Commentaar"), (finding.Number, finding.Path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_tag_of_five_hundred_megabytes_is_stopped_after_one()
    {
        var file = Pieces.Of(Samples.Request.Replace("<AangevraagdeProducten>", "<A b=\"#\"/>", StringComparison.Ordinal), "#", new string('x', 10_000), 50_000);

        Assert.Equal("XML04", Assert.Single(MessageReader.Read(file).Findings).Number);
    }

    private static long Growth(long bytes)
    {
        var claim = new ClaimStream(bytes);
        var samples = new List<long>();
        var reading = MessageReader.Read(
            claim,
            new Takes(clients =>
            {
                if (claim.Taken >= bytes / 20 * (samples.Count + 1))
                    samples.Add(GC.GetTotalMemory(forceFullCollection: true));
            }),
            new ReadLimits { Bytes = long.MaxValue });

        Assert.Empty(reading.Findings);
        return samples.Skip(1).Max() - samples[0];
    }

    private sealed class Takes(Action<int> onClient) : IMessageObserver
    {
        private int _clients;

        public void Completed(MessagePart part)
        {
        }

        bool IMessageObserver.Takes(MessagePart part)
        {
            onClient(++_clients);
            return true;
        }
    }
}
