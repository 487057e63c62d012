using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.V1;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Agreements;

/// <summary>Agreements over real gRPC and PostgreSQL.</summary>
public sealed class AgreementFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task An_agreement_lives_from_draft_to_its_end_and_is_read_as_of_a_day()
    {
        var id = await InForceAsync(end: Day(2023));
        await host.Agreements.AddAddendumAsync(new()
        {
            RequestId = NewId(), Id = await InForceAsync(end: null), Addendum = new() { Subject = "Toetreding", SignedDate = Day(2020), StartDate = Day(2020), ContentHash = Hash() },
        });

        Assert.Equal(AgreementState.InForce, (await GetAsync(id, Day(2022))).State);
        Assert.Equal(AgreementState.Expired, (await GetAsync(id, Day(2023))).State);
        Assert.Contains(id, (await host.Agreements.ListAgreementsAsync(new() { RegionId = "JHRD", MunicipalityId = "GM0118", PageSize = 500 })).Agreements.Select(a => a.Id));
        Assert.DoesNotContain(id, (await host.Agreements.ListAgreementsAsync(new() { MunicipalityId = "GM0106", PageSize = 500 })).Agreements.Select(a => a.Id));
        await Refusals.IsRefusedAsync("AGREEMENT_STATE_FORBIDS", StatusCode.FailedPrecondition, async () =>
            await host.Agreements.TerminateAgreementAsync(new() { RequestId = NewId(), Id = id, NoticeDate = Day(2022), EndDate = Day(2022), Reason = "Te laat" }));
    }

    [Fact]
    public async Task What_was_known_of_an_agreement_at_a_moment_is_answered_again_after_later_changes()
    {
        var before = await MomentAsync();
        var id = await InForceAsync(end: Day(2023));
        await host.Agreements.AddObligationAsync(new() { RequestId = NewId(), Id = id, Obligation = new() { Text = "Jaarverslag", OwnerBodyId = "GM0118:executive", DueDate = Day(2021) } });
        var known = await GetAsync(id, Day(2024));
        var moment = await MomentAsync();
        await host.Agreements.FulfilObligationAsync(new() { RequestId = NewId(), Id = id, Number = 1, DoneDate = Day(2021), Note = "Verstuurd" });

        Assert.Equal(known, (await host.Agreements.GetAgreementAsync(new() { Id = id, AsOf = Day(2024), KnownAt = moment })).Agreement);
        Assert.Contains(known, (await host.Agreements.ListAgreementsAsync(new() { RegionId = "JHRD", AsOf = Day(2024), KnownAt = moment, PageSize = 500 })).Agreements);
        Assert.Equal(AgreementState.InForce, (await host.Agreements.GetAgreementAsync(new() { Id = id, AsOf = Day(2022), KnownAt = moment })).Agreement.State);
        Assert.Equal("Verstuurd", (await GetAsync(id, Day(2024))).Obligations[0].DoneNote);
        await Refusals.IsRefusedAsync("AGREEMENT_UNKNOWN", StatusCode.NotFound, async () => await host.Agreements.GetAgreementAsync(new() { Id = id, KnownAt = before }));
        Assert.DoesNotContain(id, (await host.Agreements.ListAgreementsAsync(new() { KnownAt = before, PageSize = 500 })).Agreements.Select(a => a.Id));
    }

    [Fact]
    public async Task An_addendum_is_known_from_its_recording_on_whatever_its_first_day()
    {
        var id = await InForceAsync(end: null);
        var moment = await MomentAsync();
        await host.Agreements.AddAddendumAsync(new()
        {
            RequestId = NewId(), Id = id, Addendum = new() { Subject = "Toetreding", SignedDate = Day(2020), StartDate = Day(2020), ContentHash = Hash() },
        });

        Assert.Empty((await host.Agreements.GetAgreementAsync(new() { Id = id, KnownAt = moment })).Agreement.Addenda);
        Assert.Single((await host.Agreements.GetAgreementAsync(new() { Id = id, KnownAt = await MomentAsync() })).Agreement.Addenda);
    }

    [Fact]
    public async Task Alerts_are_shown_from_their_day_on_and_go_when_they_are_met()
    {
        var id = await InForceAsync(end: Day(2050));
        await host.Agreements.AddObligationAsync(new() { RequestId = NewId(), Id = id, Obligation = new() { Text = "Jaarverslag", OwnerBodyId = "GM0118:executive", DueDate = Day(2040) } });

        Assert.Empty(await AlertsAsync(id, Day(2030)));
        Assert.Equal([AgreementAlertKind.Obligation, AgreementAlertKind.End], (await AlertsAsync(id, Day(2050))).Select(a => a.Kind));
        Assert.True((await AlertsAsync(id, Day(2041)))[0].Overdue);

        await host.Agreements.FulfilObligationAsync(new() { RequestId = NewId(), Id = id, Number = 1, DoneDate = Day(2020), Note = "Verstuurd" });

        Assert.Equal([AgreementAlertKind.End], (await AlertsAsync(id, Day(2050))).Select(a => a.Kind));
    }

    [Fact]
    public async Task A_reference_is_given_once()
    {
        var request = Drafting();
        request.Agreement.Reference = NewId();
        await host.Agreements.DraftAgreementAsync(request);
        request.RequestId = NewId();

        await Refusals.IsRefusedAsync("AGREEMENT_REFERENCE_TAKEN", StatusCode.AlreadyExists, async () => await host.Agreements.DraftAgreementAsync(request));
    }

    [Fact]
    public async Task A_joint_arrangement_has_a_form_and_nothing_else_has()
    {
        var request = Drafting();
        request.Agreement.Form = JointArrangementForm.HostMunicipality;
        await Refusals.IsRefusedAsync("INVALID_REQUEST", StatusCode.InvalidArgument, async () => await host.Agreements.DraftAgreementAsync(request));

        request.Agreement.Kind = AgreementKind.JointArrangement;
        Assert.Equal(JointArrangementForm.HostMunicipality, (await host.Agreements.DraftAgreementAsync(request)).Agreement.Form);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static string Hash() => Drenthe.Hash("overeenkomst");

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private static DraftAgreementRequest Drafting() => new()
    {
        RequestId = NewId(),
        Agreement = new()
        {
            RegionId = "JHRD",
            Kind = AgreementKind.Services,
            Subject = "Dienstverlening coördinerende gemeente",
            MunicipalityIds = { "GM0118" },
            OtherParties = { "CMO STAMM" },
            Source = new() { Title = "Overeenkomst" },
        },
    };

    private async Task<Timestamp> MomentAsync() => (await host.Database.ScalarAsync<DateTime>("select clock_timestamp()")).ToTimestamp();

    private async Task<string> InForceAsync(Date? end)
    {
        var id = (await host.Agreements.DraftAgreementAsync(Drafting())).Agreement.Id;
        await host.Agreements.BringIntoForceAsync(new() { RequestId = NewId(), Id = id, SignedDate = Day(2019), Period = new() { StartDate = Day(2019), EndDate = end }, ContentHash = Hash() });
        return id;
    }

    private async Task<Agreement> GetAsync(string id, Date day) => (await host.Agreements.GetAgreementAsync(new() { Id = id, AsOf = day })).Agreement;

    private async Task<List<AgreementAlert>> AlertsAsync(string id, Date day) =>
        [.. (await host.Agreements.ListAgreementAlertsAsync(new() { RegionId = "JHRD", AsOf = day, PageSize = 500 })).Alerts.Where(a => a.AgreementId == id)];
}
