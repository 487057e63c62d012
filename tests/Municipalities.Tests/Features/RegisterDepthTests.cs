using Google.Protobuf.WellKnownTypes;
using Regio.Municipalities.V1;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Features;

/// <summary>What was known when, who did what for the region, and where the sources contradict each other.</summary>
public sealed class RegisterDepthTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_correction_leaves_what_was_known_before_it()
    {
        await host.Database.ExecuteAsync("""
            insert into municipality_version (municipality_id, version, recorded_at, facts)
            select municipality_id, 2, now(), jsonb_set(facts, '{youthCounts,0,persons}', '20252') from municipality_version where municipality_id = 'GM0114';
            """);
        var before = await host.Database.ScalarAsync<DateTime>("select recorded_at from municipality_version where municipality_id = 'GM0114' and version = 1");

        var then = await host.Register.GetMunicipalityAsync(new() { Id = "GM0114", KnownAt = Timestamp.FromDateTime(before) });
        var later = await host.Register.GetMunicipalityAsync(new() { Id = "GM0114", KnownAt = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(5)) });

        Assert.Equal((20_251, 20_252), (then.Municipality.YouthCount.Persons, later.Municipality.YouthCount.Persons));
    }

    [Fact]
    public async Task Before_anything_was_recorded_nothing_was_known() =>
        Assert.Empty((await host.Register.ListMembershipsAsync(new() { KnownAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) })).Memberships);

    [Theory]
    [InlineData(2015, "Treasurer:GM0114 Purchaser:GM0118")]
    [InlineData(2018, "CoordinatingMunicipality:GM0118 PoliticalContact:GM0118")]
    [InlineData(2021, "CoordinatingMunicipality:GM0118 PoliticalContact:GM0114 Treasurer:GM0118")]
    [InlineData(2023, "CoordinatingMunicipality:GM0118 Treasurer:GM0118")]
    public async Task Roles_for_the_region_are_those_of_the_day(int year, string expected)
    {
        var answer = await host.Register.ListRegionRolesAsync(new() { RegionId = "JHRD", AsOf = new Date { Year = year, Month = 6, Day = 1 } });

        Assert.Equal(expected, string.Join(' ', answer.Roles.Select(r => $"{r.Kind}:{r.MunicipalityId}")));
    }

    [Fact]
    public async Task A_vague_date_says_how_vague_it_is()
    {
        var answer = await host.Register.ListRegionRolesAsync(new() { AsOf = new Date { Year = 2021, Month = 6, Day = 1 } });

        var contact = answer.Roles.Single(r => r.Kind == RegionRoleKind.PoliticalContact);
        Assert.Equal((DatePrecision.Year, DatePrecision.Month, "Emmen"), (contact.StartPrecision, contact.EndPrecision, contact.MunicipalityName));
        Assert.Equal(DatePrecision.Unspecified, answer.Roles.Single(r => r.Kind == RegionRoleKind.Treasurer).EndPrecision);
    }

    [Fact]
    public async Task Two_municipalities_never_have_one_role_on_one_day() =>
        Assert.Equal(Npgsql.PostgresErrorCodes.ExclusionViolation, (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync("""
            insert into region_role (region_id, kind, municipality_id, validity, start_precision, end_precision, source_title, source_place, remark)
            values ('JHRD', 'PoliticalContact', 'GM0106', '[2021-01-01,2021-02-01)', 'Day', 'Day', '', '', '')
            """))).SqlState);

    [Fact]
    public async Task The_steering_body_has_twelve_aldermen_and_a_chair_who_was_another_before_and_after_the_summer_of_2021()
    {
        var then = (await host.Bodies.GetBodyAsync(new() { Id = "JHRD:ABO", AsOf = new Date { Year = 2021, Month = 6, Day = 1 } })).Body;
        var later = (await host.Bodies.GetBodyAsync(new() { Id = "JHRD:ABO", AsOf = new Date { Year = 2021, Month = 8, Day = 1 } })).Body;

        Assert.Equal(12, then.Seats.Count(s => s.Role == SeatRole.Member && s.Holder?.Function == "wethouder jeugd"));
        Assert.Equal("burgemeester van De Wolden", then.Seats.Single(s => s.Role == SeatRole.Chair).Holder.Function);
        Assert.Contains("Emmen", later.Seats.Single(s => s.Role == SeatRole.Chair).Holder.Function, StringComparison.Ordinal);
        // After the elections of March 2022 nobody is known to speak for the region.
        var vacancies = (await host.Bodies.ListVacanciesAsync(new() { RegionId = "JHRD", AsOf = new Date { Year = 2023, Month = 1, Day = 1 } })).Vacancies;
        Assert.Equal(
            [("JHRD:ABO", 13, new Date { Year = 2022, Month = 3, Day = 1 }), ("JHRD:BJ42", 1, new Date { Year = 2022, Month = 3, Day = 1 })],
            vacancies.Select(v => (v.BodyId, v.Seat.Number, v.VacantSince)));
        Assert.Equal(["JHRD", "ZD"], new[] { (await host.Bodies.GetBodyAsync(new() { Id = "JHRD:ABO" })).Body.RegionId, (await host.Bodies.GetBodyAsync(new() { Id = "ZD:ABO" })).Body.RegionId });
    }

    [Theory]
    [InlineData(2018, "Bestuursovereenkomst coördinerende gemeente Jeugdhulp in Drenthe 2016, 2017 en 2018")]
    [InlineData(2019, "Samenwerkingsovereenkomst Jeugdhulpregio Drenthe")]
    [InlineData(2026, "Samenwerkingsovereenkomst Jeugdhulpregio Drenthe")]
    public async Task The_twelve_cooperate_by_the_agreement_of_the_day(int year, string subject)
    {
        var agreements = (await host.Agreements.ListAgreementsAsync(new()
        {
            RegionId = "JHRD", AsOf = new Date { Year = year, Month = 6, Day = 1 },
        })).Agreements;

        var found = Assert.Single(agreements, a => a.Period.StartDate.Year <= year && (a.Period.EndDate is null || a.Period.EndDate.Year > year));
        Assert.Equal((subject, 12, "", null), (found.Subject, found.MunicipalityIds.Count, found.ContentHash, found.SignedDate));
    }

    [Fact]
    public async Task The_ledger_shows_each_contradiction_with_its_sources_and_at_most_one_that_is_followed()
    {
        var claims = new List<Claim>();
        var request = new ListClaimsRequest { PageSize = 4 };
        do
        {
            var page = await host.Register.ListClaimsAsync(request);
            claims.AddRange(page.Claims);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(claims.Count, claims.Distinct().Count());
        Assert.All(claims.GroupBy(c => c.Topic), topic =>
        {
            Assert.True(topic.Count() > 1, $"{topic.Key} contradicts nothing.");
            Assert.InRange(topic.Count(c => c.Followed), 0, 1);
        });
        Assert.All(claims, c => Assert.NotEmpty(c.Source.Place));
        var shortage = (await host.Register.ListClaimsAsync(new() { Topic = "shortage-north-2031" })).Claims;
        Assert.Equal("18.600", shortage.Single(c => c.Followed).Value);
    }
}
