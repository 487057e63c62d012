using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Register;

/// <summary>Municipalities that end and go over into another, over real gRPC and PostgreSQL.</summary>
public sealed class MergerFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Date Before = new() { Year = 2029, Month = 12, Day = 31 };
    // Of the test about keys, in which nobody else goes over.
    private static readonly Date Earlier = new() { Year = 2028, Month = 1, Day = 1 };
    private static readonly Date DayBefore = new() { Year = 2027, Month = 12, Day = 31 };
    private static readonly Date From = new() { Year = 2030, Month = 1, Day = 1 };

    [Fact]
    public async Task A_municipality_that_goes_over_into_another_takes_its_percentage_there_from_that_day()
    {
        // Aa en Hunze (4.3, NMD) into Borger-Odoorn (4.9, ZD).
        await MergeAsync(new() { Id = "GM1681" }, ["GM1680"], Earlier);

        var after = await SharedAsync(Earlier, count: 11);
        var before = await SharedAsync(DayBefore, count: 12);
        Assert.Equal("9.2", after.Shares.Single(s => s.MunicipalityId == "GM1681").Percentage);
        Assert.Equal("99.9", after.PercentageSum);
        Assert.Equal(850_000_00, after.Shares.Sum(s => s.AmountCents));
        Assert.Equal("4.3", before.Shares.Single(s => s.MunicipalityId == "GM1680").Percentage);
        await Refusals.IsRefusedAsync("MUNICIPALITY_NOT_IN_KEY", StatusCode.FailedPrecondition, async () =>
            await host.Costs.PreviewAllocationAsync(new() { AmountCents = 1_00, AsOf = Earlier, MunicipalityIds = { "GM1680" } }));
        Assert.DoesNotContain((await MembersAsync("JHRD", Earlier)), id => id == "GM1680");
        Assert.Contains((await MembersAsync("NMD", DayBefore)), id => id == "GM1680");
        var ended = (await host.Register.GetMunicipalityAsync(new() { Id = "GM1680" })).Municipality;
        Assert.Equal((Earlier, "GM1681"), (ended.EndDate, ended.SuccessorId));
        Assert.Equal(1, await host.Database.ScalarAsync<long>(
            "select count(*) from outbox_message where message_type like '%MembershipChanged%' and lane = 'GM1680'"));
    }

    [Fact]
    public async Task A_new_municipality_belongs_where_the_others_did_and_gets_their_seat_vacant()
    {
        var body = (await host.Bodies.RegisterBodyAsync(new()
        {
            RequestId = GeneratedRequest.NewId(),
            Body = new()
            {
                RegionId = "ZD", Code = "MERGER", Name = "Bestuurlijk overleg", Period = new Period { StartDate = new() { Year = 2020, Month = 1, Day = 1 } }, Source = new() { Title = "Reglement" },
                Seats = { Seat("Meppel", "GM0119", 2020), Seat("De Wolden", "GM1690", 2020) },
            },
        })).Body;
        await host.Bodies.RecordHolderAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), BodyId = body.Id, SeatNumber = 1, Holder = new() { Function = "wethouder jeugd", Period = new Period { StartDate = Before } },
        });

        var answer = await MergeAsync(new() { Id = "GM9001", Name = "Reestdal" }, ["GM0119", "GM1690"], From);

        Assert.Equal(("GM9001", 2), (answer.Successor.Id, answer.Ended.Count));
        await Eventually.Holds("the new municipality is a member", async () => (await MembersAsync("ZD", From)).Contains("GM9001"));
        Assert.DoesNotContain("GM0119", await MembersAsync("ZD", From));
        var seats = (await host.Bodies.GetBodyAsync(new() { Id = body.Id, AsOf = From })).Body.Seats;
        Assert.Equal(("wethouder van Reestdal", "GM9001", null), seats.Select(s => (s.Title, s.MunicipalityId, s.Holder)).Single());
        Assert.Equal(2, (await host.Bodies.GetBodyAsync(new() { Id = body.Id, AsOf = Before })).Body.Seats.Count);
        Assert.Contains((await host.Bodies.ListVacanciesAsync(new() { RegionId = "ZD", AsOf = From })).Vacancies, v => v.BodyId == body.Id);
        // Published: Meppel 7,269 and De Wolden 4,830 young people.
        Assert.Equal(12_099, answer.Successor.YouthCount.Persons);
        Assert.Null(await YouthAsync("GM9001", Before));
        var youth = (await YouthAsync("GM9001", From))!;
        Assert.Equal((12_099, 2021), (youth.Persons, youth.ReferenceDate.Year));
        Assert.Equal([("GM1690", 4_830), ("GM0119", 7_269)], youth.Parts.Select(p => (p.MunicipalityId, p.Persons)));
        Assert.NotEqual("", youth.Source.Title);
        Assert.Null(await YouthAsync("GM0119", From));
        Assert.Equal(7_269, (await YouthAsync("GM0119", Before))!.Persons);
    }

    [Fact]
    public async Task The_coordinating_role_goes_over_and_the_successor_charges_what_was_shared_out_before()
    {
        var on = new Date { Year = 2032, Month = 1, Day = 1 };
        var shared = (await host.Costs.AllocateCostAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), AmountCents = 100_00, Subject = "Pleegwijzer", AsOf = new() { Year = 2026, Month = 6, Day = 1 }, MunicipalityIds = { "GM0118", "GM0106", "GM0114" },
        })).CostAllocation;
        await MergeAsync(new() { Id = "GM9003", Name = "Zuiderveld" }, ["GM0118", "GM1701"], on);

        await Eventually.Holds("the role goes over", async () => (await RolesAsync(on)).Roles.Any(r => r.MunicipalityId == "GM9003"));
        var role = (await RolesAsync(on)).Roles.Single(r => r.Kind == RegionRoleKind.CoordinatingMunicipality);
        Assert.Equal(("GM9003", "GM0118", on, DatePrecision.Day), (role.MunicipalityId, role.PredecessorId, role.Period.StartDate, role.StartPrecision));
        var before = (await RolesAsync(new() { Year = 2031, Month = 12, Day = 31 })).Roles.Single(r => r.Kind == RegionRoleKind.CoordinatingMunicipality);
        Assert.Equal(("GM0118", on), (before.MunicipalityId, before.Period.EndDate));
        var content = new InvoiceRunContent { RegionId = "JHRD", InvoiceDate = new() { Year = 2032, Month = 2, Day = 1 }, Items = { new InvoiceItem { CostAllocationId = shared.Id, VatTreatment = VatTreatment.Standard } } };
        var run = (await host.Invoices.PreviewInvoiceRunAsync(new() { Content = content })).Run;
        Assert.Equal(("GM9003", 100_00), (run.CoordinatingMunicipalityId, run.AmountCents));
        Assert.Equal("GM9003", Assert.Single(run.Invoices, i => i.OwnShare).MunicipalityId);
        Assert.DoesNotContain(run.Invoices, i => i.MunicipalityId == "GM0118");
    }

    [Fact]
    public async Task The_role_of_political_contact_falls_vacant_on_the_day_and_is_flagged()
    {
        var on = new Date { Year = 2034, Month = 1, Day = 1 };
        await host.Database.ExecuteAsync("""
            insert into region_role (region_id, kind, municipality_id, validity, start_precision, source_title, source_place, remark)
            values ('NMD', 'PoliticalContact', 'GM1699', '[2026-01-01,)', 'Day', 'Besluit', '', '')
            """);
        await MergeAsync(new() { Id = "GM0106" }, ["GM1699"], on);

        await Eventually.Holds("the role falls vacant", async () => (await RolesAsync(on, "NMD")).Vacancies.Count > 0);
        var vacancy = Assert.Single((await RolesAsync(on, "NMD")).Vacancies);
        Assert.Equal(("GM1699", "GM0106", on, RegionRoleKind.PoliticalContact), (vacancy.LastMunicipalityId, vacancy.SuccessorId, vacancy.StartDate, vacancy.Kind));
        Assert.Empty((await RolesAsync(on, "NMD")).Roles);
        Assert.Equal("GM1699", Assert.Single((await RolesAsync(new() { Year = 2033, Month = 12, Day = 31 }, "NMD")).Roles).MunicipalityId);
    }

    [Fact]
    public async Task Municipalities_of_different_procurement_regions_need_a_region_for_the_new_one()
    {
        await Refusals.IsRefusedAsync("MERGER_REGIONS_DIFFER", StatusCode.FailedPrecondition, () => MergeAsync(new() { Id = "GM9002", Name = "Drentse Monden" }, ["GM1730", "GM0109"], From));
        await Refusals.IsRefusedAsync("MERGER_REGIONS_TWICE", StatusCode.InvalidArgument, () => MergeAsync(new() { Id = "GM9002", Name = "Drentse Monden" }, ["GM1730", "GM0109"], From, "ZD", "NMD"));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from municipality where id = 'GM9002'"));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from municipality where id in ('GM1730', 'GM0109') and ended_on is not null"));

        await MergeAsync(new() { Id = "GM9002", Name = "Drentse Monden" }, ["GM1730", "GM0109"], From, "ZD", "JHRD");

        await Eventually.Holds("the new municipality is a member", async () => (await MembersAsync("JHRD", From)).Contains("GM9002"));
        await Refusals.IsRefusedAsync("MUNICIPALITY_ENDED", StatusCode.FailedPrecondition, () => MergeAsync(new() { Id = "GM0106" }, ["GM0109"], From));
        await Refusals.IsRefusedAsync("MUNICIPALITY_KNOWN", StatusCode.AlreadyExists, () => MergeAsync(new() { Id = "GM9002", Name = "Anders" }, ["GM0106"], From));
        await Refusals.IsRefusedAsync("MUNICIPALITY_ENDED", StatusCode.FailedPrecondition, async () => await host.Keeping.RecordMembershipAsync(new()
        {
            RequestId = GeneratedRequest.NewId(),
            Membership = new() { MunicipalityId = "GM0109", RegionId = "NMD", Period = new Period { StartDate = From }, Source = new() { Title = "Besluit" } },
        }));
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("""
            insert into membership (municipality_id, region_id, region_kind, validity, remark, source_title, source_place)
            values ('GM0109', 'NMD', 'Procurement', '[2030-01-01,)', '', '', '')
            """))).SqlState);
    }

    private static Seat Seat(string name, string id, int year) => new()
    {
        Title = $"wethouder van {name}", Role = SeatRole.Member, MunicipalityId = id, Period = new Period { StartDate = new() { Year = year, Month = 1, Day = 1 } },
    };

    private async Task<RecordMergerResponse> MergeAsync(Successor successor, string[] ended, Date on, params string[] regions) => await host.Keeping.RecordMergerAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        EffectiveDate = on,
        EndedMunicipalityIds = { ended },
        Successor = successor,
        RegionIds = { regions },
        Source = new() { Title = "Herindelingswet" },
    });

    private async Task<YouthCount?> YouthAsync(string id, Date day) => (await host.Register.GetMunicipalityAsync(new() { Id = id, AsOf = day })).Municipality.YouthCount;

    private async Task<ListRegionRolesResponse> RolesAsync(Date day, string region = "JHRD") => await host.Register.ListRegionRolesAsync(new() { RegionId = region, AsOf = day });

    private async Task<IEnumerable<string>> MembersAsync(string region, Date day) =>
        (await host.Register.ListMembershipsAsync(new() { RegionId = region, AsOf = day })).Memberships.Select(m => m.MunicipalityId);

    /// <summary>Once the merger has been heard.</summary>
    private async Task<Allocation> SharedAsync(Date day, int count)
    {
        Allocation? shared = null;
        await Eventually.Holds($"{count} municipalities share on {day.Year}", async () =>
        {
            shared = (await host.Costs.PreviewAllocationAsync(new() { AmountCents = 850_000_00, AsOf = day })).Allocation;
            return shared.Shares.Count == count;
        });
        return shared!;
    }
}
