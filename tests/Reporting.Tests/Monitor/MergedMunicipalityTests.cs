using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Monitor;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Time;
using Regio.Testing;

namespace Regio.Reporting.Tests.Monitor;

/// <summary>The monitor on both sides of a merger of municipalities.</summary>
public sealed class MergedMunicipalityTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private static readonly DateOnly Today = TimeProvider.System.DutchToday();
    private static readonly DateOnly Counted = new(2021, 1, 1);

    [Fact]
    public async Task From_its_day_the_successor_shows_what_the_others_had_and_before_it_nothing_changes()
    {
        foreach (var municipality in Drenthe.Municipalities)
            await host.PublishAsync(municipality);
        await host.PublishAsync(Drenthe.Key);
        await host.PublishAsync(Drenthe.Whole(Guid.CreateVersion7(), "Uitvoering JHRD"));
        // Today: Meppel and De Wolden into a new one. Tomorrow: Westerveld into Hoogeveen.
        await MergeAsync("GM0119", Today, "GM9001");
        await MergeAsync("GM1690", Today, "GM9001");
        await host.PublishAsync(Recorded("GM1690") with
        {
            MunicipalityId = "GM9001", Name = "Reestdal", Rank = 13, BeganOn = Today, YouthCounts = [],
            Memberships = [.. Recorded("GM1690").Memberships.Where(m => m.ValidUntil is null).Select(m => m with { ValidFrom = Today })],
        });
        await MergeAsync("GM1701", Today.AddDays(1), "GM0118");
        await Eventually.Holds("the merger and the allocation are in the monitor", async () =>
            await ReadAsync("PV22") is { Municipalities.Count: 11, AllocationTotal.Count: 1 } monitor && monitor.Municipalities.Any(m => m.MunicipalityId == "GM1701" && m.EndDate is not null));
        // Shared out after the merger, by the percentages of both.
        await host.PublishAsync(Drenthe.Allocation(Guid.CreateVersion7(), "Pleegwijzer", 2, ("GM9001", 9_80), ("GM0114", 24_70)) with { PercentageSum = 34.5m });
        await Eventually.Holds("the second allocation is in the monitor", async () => (await ReadAsync("PV22")).AllocationTotal.Count == 2);

        var region = await ReadAsync("PV22");
        var whole = region.Regions.Single(r => r.RegionId == "PV22");
        Assert.Equal((97_536, "99.9", 850_000_00 + 34_50), (whole.Youth, whole.KeyPercentage, whole.AllocatedCents));
        Assert.Equal((850_000_00 + 34_50).ToString(System.Globalization.CultureInfo.InvariantCulture), region.AllocationTotal.SumCents);
        var successor = region.Municipalities.Single(m => m.MunicipalityId == "GM9001");
        Assert.Equal((12_099, "9.8", 24_674_67 + 58_708_71 + 9_80), (successor.Youth, successor.KeyPercentage, successor.AllocatedCents));
        Assert.Equal(["De Wolden", "Meppel"], successor.YouthOf);
        Assert.NotEqual("", successor.Source.Title);
        Assert.Equal(11_706, region.Municipalities.Single(m => m.MunicipalityId == "GM0118").Youth);
        Assert.Equal(3_332, region.Municipalities.Single(m => m.MunicipalityId == "GM1701").Youth);

        var own = await ReadAsync("GM9001");
        Assert.Equal(2, own.AllocationTotal.Count);
        Assert.Equal(["GM9001", "GM0119", "GM1690"], own.Allocations.SelectMany(a => a.Shares).Select(s => s.MunicipalityId).Distinct().OrderByDescending(id => id == "GM9001").ThenBy(id => id, StringComparer.Ordinal));
        var ended = Assert.Single((await ReadAsync("GM0119")).Municipalities);
        Assert.Equal((false, "", "GM9001"), (ended.HasYouth, ended.KeyPercentage, ended.SuccessorId));
        var page = await host.Http.GetStringAsync(new Uri("/monitor/GM9001", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("opgeteld: De Wolden, Meppel", page, StringComparison.Ordinal);
        Assert.Contains("Reestdal", await host.Http.GetStringAsync(new Uri("/monitor/GM0119", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2030-01-01", null, 12)]
    // Its own count, of a day before it began or after.
    [InlineData("2030-01-01", "2021-01-01", 10)]
    [InlineData("2030-01-01", "2031-01-01", 10)]
    // One that goes on: its own of before with that of the other, its own of after alone.
    [InlineData(null, "2021-01-01", 22)]
    [InlineData(null, "2031-01-01", 10)]
    public void What_is_published_for_the_whole_goes_before_a_sum(string? began, string? ownDay, int expected)
    {
        var successor = Counts("GM9001", Day(began), null, ownDay is null ? [] : [(Day(ownDay)!.Value, 10)]);

        Assert.Equal(expected, YouthOfArea.Known(successor, [Counts("GM0001", null, new(2030, 1, 1), [(Counted, 12)])])!.Persons);
    }

    [Fact]
    public void A_sum_with_an_unknown_part_or_another_age_group_is_not_made()
    {
        var successor = Counts("GM9001", new(2030, 1, 1), null, []);
        var one = Counts("GM0001", null, new(2030, 1, 1), [(Counted, 12)]);

        Assert.Null(YouthOfArea.Known(successor, [one, Counts("GM0002", null, new(2030, 1, 1), [])]));
        var other = Counts("GM0002", null, new(2030, 1, 1), [(Counted, 5)]);
        Assert.Null(YouthOfArea.Known(successor, [one, other with { Counts = [other.Counts[0] with { AgeLabel = "0 tot 23 jaar" }] }]));
        Assert.Equal(17, YouthOfArea.Known(successor, [one, other])!.Persons);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static CountedMunicipality Counts(string id, DateOnly? began, DateOnly? ended, (DateOnly Day, int Persons)[] counts) => new(
        new ProjectedMunicipality { Id = id, Name = id, Rank = 1, BeganOn = began, EndedOn = ended, Version = 1, OccurredAt = null },
        [.. counts.Select(c => new ProjectedYouthCount { MunicipalityId = id, ReferenceDate = c.Day, Persons = c.Persons, AgeLabel = "0-18-jarigen", SourceTitle = "Telling", SourcePlace = "" })]);

    private static MunicipalityRecorded Recorded(string id) => Drenthe.Municipalities.Single(m => m.MunicipalityId == id);

    private Task MergeAsync(string id, DateOnly on, string successor) => host.PublishAsync(Recorded(id) with
    {
        AggregateVersion = 2, EndedOn = on, SuccessorId = successor, Memberships = [.. Recorded(id).Memberships.Select(m => m.ValidUntil is null ? m with { ValidUntil = on } : m)],
    });

    private async Task<V1.Monitor> ReadAsync(string area) => (await host.Whole.GetMonitorAsync(new() { AreaId = area })).Monitor;
}
