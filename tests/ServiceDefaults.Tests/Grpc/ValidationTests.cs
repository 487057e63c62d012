using Grpc.Core;
using Regio.Common.V1;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Grpc;

public sealed class ValidationTests
{
    private static AskRequest Wrong() => new()
    {
        Subject = new string('x', 21),
        AsOf = new Date { Year = 2023, Month = 2, Day = 29 },
        MunicipalityIds = { "GM0106", "Emmen" },
        AskParts = { new AskPart { ItemCount = 1 }, new AskPart(), new AskPart { ItemCount = -1 } },
    };

    [Fact]
    public async Task Every_wrong_field_is_named_by_its_path_in_the_proto()
    {
        await using var host = await ProbeHost.StartAsync();
        var reached = false;
        host.Script.Run = (_, _) =>
        {
            reached = true;
            return Task.FromResult(new AskResponse());
        };

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(Wrong()));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refusal.Code, refusal.Reason));
        Assert.Equal(["subject", "as_of", "municipality_ids[1]", "ask_parts[2].item_count"], refusal.Fields);
        Assert.False(reached);
    }

    [Theory]
    [InlineData("Collect")]
    [InlineData("Tell")]
    [InlineData("Chat")]
    public async Task Messages_of_a_stream_are_validated_too(string method)
    {
        await using var host = await ProbeHost.StartAsync();

        var refusal = await Refusal.Of(() => Streams.CallAsync(host.CreateClient(), method, Wrong()));

        Assert.Equal("INVALID_REQUEST", refusal.Reason);
        Assert.Contains("municipality_ids[1]", refusal.Fields);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10_000, 1, 1)]
    [InlineData(2024, 0, 1)]
    [InlineData(2024, 13, 1)]
    [InlineData(2024, 4, 31)]
    [InlineData(2024, 1, 0)]
    [InlineData(int.MinValue, int.MaxValue, int.MinValue)]
    public async Task A_day_that_does_not_exist_is_refused(int year, int month, int day)
    {
        await using var host = await ProbeHost.StartAsync();

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest { AsOf = new Date { Year = year, Month = month, Day = day } }));

        Assert.Equal(["as_of"], refusal.Fields);
    }

    [Fact]
    public async Task The_leap_day_and_the_last_day_of_the_calendar_exist()
    {
        await using var host = await ProbeHost.StartAsync();
        var client = host.CreateClient();

        await client.AskAsync(new AskRequest { AsOf = new Date { Year = 2024, Month = 2, Day = 29 } });
        await client.AskAsync(new AskRequest { AsOf = new Date { Year = 9999, Month = 12, Day = 31 } });
    }
}
