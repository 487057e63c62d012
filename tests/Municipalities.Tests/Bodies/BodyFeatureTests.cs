using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Date = Regio.Common.V1.Date;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Bodies;

/// <summary>Bodies, seats and what is reported back, over real gRPC and PostgreSQL.</summary>
public sealed class BodyFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_body_is_registered_filled_and_read_back_as_of_a_day()
    {
        var id = await RegisteredAsync();
        await FillAsync(id, 1, "wethouder jeugd", 2018);
        await FillAsync(id, 1, "wethouder zorg", 2022);
        foreach (var rule in new[] { QuorumRule.AllSeats, QuorumRule.MajorityOfSeats })
            await host.Bodies.SetQuorumAsync(new() { RequestId = NewId(), BodyId = id, Quorum = new() { Rule = rule, StartDate = Day(2018), Ground = new() { Title = "Reglement" } } });

        var then = (await host.Bodies.GetBodyAsync(new() { Id = id, AsOf = Day(2020) })).Body;

        Assert.Equal("wethouder jeugd", then.Seats[0].Holder.Function);
        Assert.Equal(Day(2022), then.Seats[0].Holder.Period.EndDate);
        Assert.Equal(QuorumRule.MajorityOfSeats, then.Quorum.Rule);
        Assert.Contains(then, (await host.Bodies.ListBodiesAsync(new() { RegionId = "JHRD", AsOf = Day(2020), PageSize = 500 })).Bodies);
        Assert.DoesNotContain(id, (await host.Bodies.ListBodiesAsync(new() { RegionId = "JHRD", AsOf = Day(2014), PageSize = 500 })).Bodies.Select(b => b.Id));

        var quorum = await host.Bodies.CheckQuorumAsync(new() { BodyId = id, PresentSeats = { 1, 2 }, AsOf = Day(2020) });
        Assert.Equal(new CheckQuorumResponse { Met = false, Required = 2, Present = 1, Seats = 2, Vacant = 1 }, quorum);
    }

    [Fact]
    public async Task What_was_known_of_a_body_at_a_moment_is_answered_again_after_later_changes()
    {
        var before = await MomentAsync();
        var id = await RegisteredAsync();
        var registered = await MomentAsync();
        await FillAsync(id, 1, "wethouder jeugd", 2018);
        await host.Bodies.SetQuorumAsync(new() { RequestId = NewId(), BodyId = id, Quorum = new() { Rule = QuorumRule.AllSeats, StartDate = Day(2018), Ground = new() { Title = "Reglement" } } });
        var filled = (await host.Bodies.GetBodyAsync(new() { Id = id, AsOf = Day(2020) })).Body;
        var moment = await MomentAsync();
        await host.Bodies.RecordDepartureAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 1, EndDate = Day(2019) });
        await host.Bodies.CloseSeatAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 2, EndDate = Day(2019) });

        Assert.Equal(filled, (await host.Bodies.GetBodyAsync(new() { Id = id, AsOf = Day(2020), KnownAt = moment })).Body);
        Assert.Contains(filled, (await host.Bodies.ListBodiesAsync(new() { RegionId = "JHRD", AsOf = Day(2020), KnownAt = moment, PageSize = 500 })).Bodies);
        var empty = (await host.Bodies.GetBodyAsync(new() { Id = id, AsOf = Day(2020), KnownAt = registered })).Body;
        Assert.Equal((2, null, null), (empty.Seats.Count, empty.Seats[0].Holder, empty.Quorum));
        Assert.Null(Assert.Single((await host.Bodies.GetBodyAsync(new() { Id = id, AsOf = Day(2020) })).Body.Seats).Holder);
        await Refusals.IsRefusedAsync("BODY_UNKNOWN", StatusCode.NotFound, async () => await host.Bodies.GetBodyAsync(new() { Id = id, KnownAt = before }));
        Assert.DoesNotContain(id, (await host.Bodies.ListBodiesAsync(new() { RegionId = "JHRD", AsOf = Day(2020), KnownAt = before, PageSize = 500 })).Bodies.Select(b => b.Id));
    }

    [Fact]
    public async Task What_was_known_of_a_body_never_changes()
    {
        var id = await RegisteredAsync();

        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update kept_version set recorded_at = 'epoch' where id = '{id}'"));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"delete from kept_version where id = '{id}'"));
    }

    [Fact]
    public async Task Vacant_seats_are_listed_with_the_day_since_which_nobody_fills_them()
    {
        var id = await RegisteredAsync();
        await FillAsync(id, 1, "wethouder jeugd", 2018);
        await host.Bodies.RecordDepartureAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 1, EndDate = Day(2022) });

        var vacant = await VacanciesAsync(id, Day(2023));
        Assert.Equal([(1, Day(2022)), (2, Day(2015))], vacant.Select(v => (v.Seat.Number, v.VacantSince)));
        Assert.Equal([2], (await VacanciesAsync(id, Day(2019))).Select(v => v.Seat.Number));

        await host.Bodies.CloseSeatAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 2, EndDate = Day(2021) });
        Assert.Equal([1], (await VacanciesAsync(id, Day(2023))).Select(v => v.Seat.Number));
    }

    [Fact]
    public async Task What_was_vacant_as_it_was_known_at_a_moment_is_answered_again_and_page_by_page()
    {
        var id = await RegisteredAsync();
        var before = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(await host.Database.ScalarAsync<DateTime>("select clock_timestamp()"));
        await host.Bodies.RecordHolderAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 1, Holder = new() { Function = "wethouder jeugd", Period = new() { StartDate = Day(2020) } } });

        Assert.DoesNotContain((await VacanciesAsync(id, Day(2023))), v => v.Seat.Number == 1);
        var then = new List<int>();
        var request = new ListVacanciesRequest { RegionId = "JHRD", AsOf = Day(2023), KnownAt = before, PageSize = 1 };
        do
        {
            var page = await host.Bodies.ListVacanciesAsync(request);
            then.AddRange(page.Vacancies.Where(v => v.BodyId == id).Select(v => v.Seat.Number));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal([1, 2], then);
    }

    [Fact]
    public async Task Vacancies_come_page_by_page()
    {
        var ids = new[] { await RegisteredAsync(), await RegisteredAsync() };
        var seen = new List<(string, int)>();
        var request = new ListVacanciesRequest { RegionId = "JHRD", AsOf = Day(2023), PageSize = 1 };
        do
        {
            var page = await host.Bodies.ListVacanciesAsync(request);
            seen.AddRange(page.Vacancies.Select(v => (v.BodyId, v.Seat.Number)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(seen.Distinct(), seen);
        Assert.Superset(ids.SelectMany(id => new[] { (id, 1), (id, 2) }).ToHashSet(), seen.ToHashSet());
    }

    [Fact]
    public async Task A_meeting_outside_stays_owed_until_it_is_reported_back()
    {
        var id = await RegisteredAsync(outside: true);
        var meeting = (await host.Bodies.RecordOutsideMeetingAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 1, HeldDate = Day(2021) })).Meeting;
        Assert.Equal(new Date { Year = 2021, Month = 1, Day = 15 }, meeting.ReportDueDate);
        Assert.Equal([meeting], (await host.Bodies.ListOutsideMeetingsAsync(new() { BodyId = id, OwedOnly = true })).Meetings);

        await host.Bodies.RecordReportAsync(new() { RequestId = NewId(), MeetingId = meeting.Id, ReportedDate = Day(2021), ReportReference = "ABO, punt 4" });

        Assert.Empty((await host.Bodies.ListOutsideMeetingsAsync(new() { BodyId = id, OwedOnly = true })).Meetings);
        Assert.Equal("ABO, punt 4", Assert.Single((await host.Bodies.ListOutsideMeetingsAsync(new() { BodyId = id })).Meetings).ReportReference);
    }

    [Fact]
    public async Task A_clerk_fills_seats_of_its_own_municipality_only()
    {
        var id = await RegisteredAsync();
        var clerk = new BodyService.BodyServiceClient(host.Invoker(TestTokens.For(Roles.CouncilClerk, municipality: "GM0114")));

        await Refusals.IsRefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await clerk.RecordHolderAsync(Holder(id, 1, "wethouder", 2020)));
        await clerk.RecordHolderAsync(Holder(id, 2, "wethouder", 2020));
    }

    [Fact]
    public async Task Wrong_requests_are_refused_with_the_rule()
    {
        var id = await RegisteredAsync();
        var body = (await host.Bodies.GetBodyAsync(new() { Id = id })).Body;

        await Refusals.IsRefusedAsync("BODY_REGISTERED", StatusCode.AlreadyExists, async () => await host.Bodies.RegisterBodyAsync(new() { RequestId = NewId(), Body = body }));
        await Refusals.IsRefusedAsync("SEAT_UNKNOWN", StatusCode.NotFound, () => FillAsync(id, 9, "wethouder", 2020));
        await FillAsync(id, 1, "wethouder", 2020);
        await Refusals.IsRefusedAsync("SEAT_TAKEN", StatusCode.FailedPrecondition, () => FillAsync(id, 1, "wethouder", 2019));
        await Refusals.IsRefusedAsync("BODY_NOT_OUTSIDE", StatusCode.FailedPrecondition, async () =>
            await host.Bodies.RecordOutsideMeetingAsync(new() { RequestId = NewId(), BodyId = id, SeatNumber = 1, HeldDate = Day(2021) }));
    }

    [Fact]
    public async Task The_database_lets_one_fill_a_seat_at_a_time()
    {
        var id = await RegisteredAsync();
        await FillAsync(id, 1, "wethouder", 2020);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"""
            insert into seat_holder (body_id, seat_number, function, validity, recorded_at, recorded_by)
            values ('{id}', 1, 'nog een', '[2021-01-01,)', now(), 'test')
            """));

        Assert.Equal(PostgresErrorCodes.ExclusionViolation, refused.SqlState);
    }

    private async Task<Timestamp> MomentAsync() => (await host.Database.ScalarAsync<DateTime>("select clock_timestamp()")).ToTimestamp();

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private static Period Since(int year) => new() { StartDate = Day(year) };

    private static RecordHolderRequest Holder(string body, int seat, string function, int from) =>
        new() { RequestId = NewId(), BodyId = body, SeatNumber = seat, Holder = new() { Function = function, Period = Since(from) } };

    private async Task FillAsync(string body, int seat, string function, int from) => await host.Bodies.RecordHolderAsync(Holder(body, seat, function, from));

    private async Task<List<Vacancy>> VacanciesAsync(string body, Date day) =>
        [.. (await host.Bodies.ListVacanciesAsync(new() { RegionId = "JHRD", AsOf = day, PageSize = 500 })).Vacancies.Where(v => v.BodyId == body)];

    private async Task<string> RegisteredAsync(bool outside = false) => (await host.Bodies.RegisterBodyAsync(new()
    {
        RequestId = NewId(),
        Body = new()
        {
            RegionId = "JHRD",
            Code = $"W-{Guid.NewGuid():N}".ToUpperInvariant(),
            Name = "Werkgroep",
            Outside = outside,
            Period = Since(2015),
            Source = new() { Title = "Instellingsbesluit" },
            Seats =
            {
                new Seat { Title = "wethouder van Assen", Role = SeatRole.Chair, MunicipalityId = "GM0106", Period = Since(2015) },
                new Seat { Title = "wethouder van Emmen", Role = SeatRole.Member, MunicipalityId = "GM0114", MinutesPerWeek = 240, Period = Since(2015) },
            },
        },
    })).Body.Id;
}
