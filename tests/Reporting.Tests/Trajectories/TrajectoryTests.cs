using Grpc.Core;
using Regio.Reporting.Tests.Projection.Samples;
using Regio.Reporting.Trajectories;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Trajectories;

/// <summary>Trajectories of a year, and who sees how many. On a database of its own.</summary>
public sealed class TrajectoryTests(ReportingHost host) : IClassFixture<ReportingHost>, IAsyncLifetime
{
    private const int Many = 300;
    private static readonly Guid s_child = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000c1");

    public async ValueTask InitializeAsync()
    {
        object[] events =
        [
            // Assen, level 5: one that went on for years and cost much, one of the same child that ended, one that began, one that was before.
            TrajectorySamples.Of(Id(1), 1, s_child, new DateOnly(2019, 1, 1), cents: 60_000_00),
            TrajectorySamples.Of(Id(2), 1, s_child, new DateOnly(2021, 6, 1), new DateOnly(2022, 1, 1)),
            TrajectorySamples.Of(Id(3), 1, Id(91), new DateOnly(2022, 12, 31)),
            TrajectorySamples.Of(Id(4), 1, Id(92), new DateOnly(2020, 1, 1), new DateOnly(2021, 12, 31)),
            TrajectorySamples.Of(Id(5), 1, Id(92), startedOn: null),
            // Emmen, level 8 with stay: six children the whole year.
            .. Enumerable.Range(10, 6).Select(number => TrajectorySamples.Of(Id(number), 1, Id(number), new DateOnly(2021, 1, 1), municipality: "GM0114") with { Level = 8, WithStay = "yes" }),
        ];
        foreach (var message in events)
            await host.PublishAsync(message, ((Messages.Procurement.V1.CareTrajectoryChanged)message).TrajectoryId);
        foreach (var (municipality, index) in Drenthe.Municipalities.Select((municipality, index) => (municipality, index)))
            await host.PublishAsync(municipality, Id(1_000 + index));
        await Eventually.Is("all events are projected", (long)events.Length + Drenthe.Municipalities.Count, () => host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_year_begins_and_ends_with_what_its_starts_and_stops_come_to()
    {
        var year = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = 2022 });

        Assert.Equal(["GM0106 5 no: 2 + 1 - 1 = 2; youths 1 to 2; long 1, expensive 1, both 1", "GM0114 8 yes: 6 + 0 - 0 = 6; youths 6 to 6; long 6, expensive 0, both 0"], year.Figures.Select(Text));
        Assert.All(year.Figures, row => Assert.Equal(0, row.Counts.Difference));
        Assert.Equal((8, 8, 7, 60_000_00), (year.Total.Begin, year.Total.End, year.Total.YouthsBegin, year.Total.AmountCents));
    }

    [Fact]
    public async Task What_has_changed_since_it_was_counted_is_counted_again_and_a_child_of_two_municipalities_is_one_of_the_region()
    {
        var before = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = 2022 });
        await host.Database.ExecuteAsync(
            $"""
             insert into trajectory (id, client_pseudonym, municipality_id, category, code, level, with_stay, started_on, ended_on, amount_cents, version, occurred_at)
             values ('{Id(50)}', '{s_child}', 'GM0118', '45', '', 4, false, '2021-01-01', null, 100, 1, now())
             """);
        try
        {
            Assert.Equal(
                [("GM0106", 2), ("GM0114", 6), ("GM0118", 1)], await BeginsAsync(before.Total.YouthsBegin));
            await host.Database.ExecuteAsync($"update trajectory set municipality_id = 'GM0119' where id = '{Id(50)}'");
            Assert.Equal(
                [("GM0106", 2), ("GM0114", 6), ("GM0119", 1)], await BeginsAsync(before.Total.YouthsBegin));
            await host.Database.ExecuteAsync($"update trajectory set started_on = '2022-06-01' where id = '{Id(50)}'");
            Assert.Equal([("GM0106", 2), ("GM0114", 6), ("GM0119", 0)], await BeginsAsync(before.Total.YouthsBegin));
        }
        finally
        {
            await host.Database.ExecuteAsync($"delete from trajectory where id = '{Id(50)}'");
        }

        Assert.Equal(before, await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = 2022 }));

        async Task<IEnumerable<(string, long)>> BeginsAsync(long youths)
        {
            var year = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = 2022 });
            Assert.Equal(youths, year.Total.YouthsBegin);
            return year.Figures.Select(row => (row.MunicipalityId, row.Counts.Begin));
        }
    }

    [Fact]
    public async Task What_is_kept_is_what_would_be_counted()
    {
        for (var year = 2019; year <= 2026; year++)
        {
            var kept = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = year });
            var again = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = year });
            // With a limit of one's own that makes no difference here: nothing is kept of these.
            var counted = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = year, LongMonths = 24, ExpensiveCents = 50_000_01 });
            Assert.Equal(kept, again);
            Assert.Equal(kept, counted);
        }
    }

    [Fact]
    public async Task Long_and_expensive_are_what_who_asks_calls_so()
    {
        var year = await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = 2022, MunicipalityId = "GM0114", LongMonths = 25, ExpensiveCents = 1 });

        Assert.Equal(["GM0114 8 yes: 6 + 0 - 0 = 6; youths 6 to 6; long 0, expensive 0, both 0"], year.Figures.Select(Text));
    }

    [Fact]
    public async Task Who_may_not_see_few_children_sees_neither_their_row_nor_a_total_that_gives_it_away()
    {
        var year = await Of(Roles.ContractManager).GetTrajectoryFiguresAsync(new() { Year = 2022 });

        Assert.Equal(["GM0106 5 no: hidden", "GM0114 8 yes: 6 + 0 - 0 = 6; youths 6 to 6; long 6, expensive 0, both 0"], year.Figures.Select(Text));
        Assert.Null(year.Total);
    }

    [Theory]
    [InlineData(25, 0)]
    [InlineData(0, 50_000_01)]
    public async Task Who_may_not_see_few_children_cannot_find_one_between_two_limits(int longMonths, long expensiveCents)
    {
        var request = new GetTrajectoryFiguresRequest { Year = 2022, LongMonths = longMonths, ExpensiveCents = expensiveCents };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Of(Roles.ContractManager).GetTrajectoryFiguresAsync(request));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Single((await Of(Roles.ContractManager, "GM0106").GetTrajectoryFiguresAsync(request)).Figures);
    }

    [Fact]
    public async Task A_municipality_sees_its_own_in_full_and_no_others()
    {
        var assen = Of(Roles.ContractManager, "GM0106");

        var own = await assen.GetTrajectoryFiguresAsync(new() { Year = 2022 });
        Assert.Equal(("GM0106", 2), (Assert.Single(own.Figures).MunicipalityId, own.Total.Begin));
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await assen.GetTrajectoryFiguresAsync(new() { Year = 2022, MunicipalityId = "GM0114" }));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    [Fact]
    public async Task Whatever_begins_and_ends_when_begin_and_in_less_out_come_to_the_end()
    {
        await host.Database.ExecuteAsync(
            $"""
             insert into trajectory (id, client_pseudonym, municipality_id, category, code, level, with_stay, started_on, ended_on, amount_cents, version, occurred_at)
             select gen_random_uuid(), gen_random_uuid(), 'GM0119', '45', '', 0, null, day, case when n % 3 > 0 then day + (n * 37 % 900) end, n, 1, now()
             from (select n, date '2018-01-01' + (n * 7919 % 2900) as day from generate_series(1, {Many}) n) t
             """);
        for (var year = 2018; year <= 2026; year++)
        {
            var counts = (await Of(Roles.Regiomanager).GetTrajectoryFiguresAsync(new() { Year = year, MunicipalityId = "GM0119" })).Total;
            Assert.Equal(0, counts.Difference);
            Assert.True(counts.Begin + counts.In > 0, $"nothing is counted in {year}");
        }

        await host.Database.ExecuteAsync("delete from trajectory where municipality_id = 'GM0119'");
    }

    [Fact]
    public void The_present_year_is_counted_until_today()
    {
        Assert.Equal(new CountedYear(new(2025, 1, 1), new(2026, 1, 1)), CountedYear.Of(2025, new(2026, 1, 1)));
        Assert.Equal(new CountedYear(new(2026, 1, 1), new(2026, 6, 11)), CountedYear.Of(2026, new(2026, 6, 11)));
        Assert.Equal(new CountedYear(new(2026, 1, 1), new(2026, 1, 1)), CountedYear.Of(2026, new(2026, 1, 1)));
    }

    private static Guid Id(int number) => Guid.Parse($"0192f0c1-2a3b-7c4d-8e5f-{number:000000000000}");

    private static string Text(TrajectoryFigures row) => row.Hidden
        ? $"{row.MunicipalityId} {row.Level} {row.WithStay}: hidden"
        : $"{row.MunicipalityId} {row.Level} {row.WithStay}: {row.Counts.Begin} + {row.Counts.In} - {row.Counts.Out} = {row.Counts.End}; youths {row.Counts.YouthsBegin} to {row.Counts.YouthsEnd}; "
            + $"long {row.Counts.Long}, expensive {row.Counts.Expensive}, both {row.Counts.LongAndExpensive}";

    private TrajectoryService.TrajectoryServiceClient Of(string role, string? municipality = null) => new(host.Invoker(TestTokens.For(role, municipality)));
}
