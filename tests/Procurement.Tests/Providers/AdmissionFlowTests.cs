using Grpc.Core;
using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Rpcs;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Providers;

/// <summary>What is recorded of a provider as it is admitted, and what its page says of it on a day.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class AdmissionFlowTests(ProcurementHost host)
{
    private readonly Watch _watch = new(host);
    private readonly AdmissionService.AdmissionServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task The_page_tells_on_each_day_how_a_provider_stands()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await TakeAsync(provider, AdmissionState.Applied, (2025, 6, 1));
        await TakeAsync(provider, AdmissionState.Admitted, (2025, 9, 1));
        await host.SignAsync(await host.DraftAsync(provider));
        var watched = (await _rpcs.RecordSupervisionAsync(AdmissionSamples.Supervision(provider))).Supervision;
        await _rpcs.EndSupervisionAsync(new() { RequestId = NewId(), Id = watched.Id, EndDate = Day(2026, 3, 1) });

        Assert.Equal(
            [ProviderStanding.Candidate, ProviderStanding.Candidate, ProviderStanding.Admitted, ProviderStanding.HeightenedSupervision, ProviderStanding.Active],
            [await StandingAsync(provider, (2025, 5, 1)), await StandingAsync(provider, (2025, 8, 31)), await StandingAsync(provider, (2025, 9, 1)),
             await StandingAsync(provider, (2026, 2, 28)), await StandingAsync(provider, (2026, 3, 1))]);
    }

    [Fact]
    public async Task The_page_shows_admission_forms_of_care_subcontractors_and_supervision()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await TakeAsync(provider, AdmissionState.Applied, (2025, 6, 1));
        await _rpcs.RecordCareFormAsync(AdmissionSamples.CareForm(provider));
        await _rpcs.RecordSubcontractAsync(AdmissionSamples.Subcontract(provider));
        await _rpcs.RecordSupervisionAsync(AdmissionSamples.Supervision(provider, SupervisionMeasure.Report));

        var page = await PageAsync(provider, (2026, 2, 1));

        Assert.Equal(
            (AdmissionState.Applied, CareFormKind.Ambulatory, "Gezinshuis De Es", "Te weinig vaste begeleiders"),
            (Assert.Single(page.Admission).State, Assert.Single(page.CareForms).Kind, Assert.Single(page.Subcontracts).Name, Assert.Single(page.Supervision).Summary));
        var before = await PageAsync(provider, (2025, 12, 31));
        Assert.Equal((0, 0), (before.CareForms.Count, before.Subcontracts.Count));
    }

    [Fact]
    public async Task Of_two_steps_at_once_one_is_taken()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        async Task<bool> AppliesAsync()
        {
            try
            {
                await TakeAsync(provider, AdmissionState.Applied, (2026, 1, 1));
                return true;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
            {
                return false;
            }
        }

        var taken = await Task.WhenAll(AppliesAsync(), AppliesAsync());

        Assert.Equal([false, true], taken.Order());
    }

    [Fact]
    public async Task A_certified_institution_offers_no_help_and_nobody_else_protection()
    {
        var certified = (await host.Providers.CreateProviderAsync(new()
        {
            RequestId = NewId(), Provider = new Provider { Name = "Jeugdbescherming Noord", AgbCode = host.NewAgbCode(), CertifiedInstitution = true },
        })).Provider.Id;
        var other = (await host.CreateProviderAsync()).Id;

        var help = await Refused.ByAsync(async () => await _rpcs.RecordCareFormAsync(AdmissionSamples.CareForm(certified)));
        var protection = await Refused.ByAsync(async () => await _rpcs.RecordCareFormAsync(AdmissionSamples.CareForm(other, CareFormKind.Protection)));
        await _rpcs.RecordCareFormAsync(AdmissionSamples.CareForm(certified, CareFormKind.Protection));

        Assert.Equal(("CERTIFIED_INSTITUTION_OFFERS_NO_HELP", "PROVIDER_NOT_CERTIFIED"), (help.Reason, protection.Reason));
    }

    [Fact]
    public async Task What_overlaps_is_refused_and_what_has_ended_makes_room()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var form = (await _rpcs.RecordCareFormAsync(AdmissionSamples.CareForm(provider))).CareForm;
        var subcontract = (await _rpcs.RecordSubcontractAsync(AdmissionSamples.Subcontract(provider))).Subcontract;

        Assert.Equal("CARE_FORM_OVERLAPS", (await Refused.ByAsync(async () => await _rpcs.RecordCareFormAsync(AdmissionSamples.CareForm(provider)))).Reason);
        Assert.Equal("SUBCONTRACT_OVERLAPS", (await Refused.ByAsync(async () => await _rpcs.RecordSubcontractAsync(AdmissionSamples.Subcontract(provider)))).Reason);
        await _rpcs.EndSubcontractAsync(new() { RequestId = NewId(), Id = subcontract.Id, EndDate = Day(2026, 2, 1) });
        var early = await Refused.ByAsync(async () => await _rpcs.EndCareFormAsync(new() { RequestId = NewId(), Id = form.Id, EndDate = Day(2026, 1, 1) }));
        await _rpcs.EndCareFormAsync(new() { RequestId = NewId(), Id = form.Id, EndDate = Day(2026, 2, 1) });
        var twice = await Refused.ByAsync(async () => await _rpcs.EndCareFormAsync(new() { RequestId = NewId(), Id = form.Id, EndDate = Day(2026, 3, 1) }));

        Assert.Equal(("PROVIDER_FACT_ENDED_EARLY", "PROVIDER_FACT_ENDED"), (early.Reason, twice.Reason));
        var again = AdmissionSamples.CareForm(provider);
        again.CareForm.Period.StartDate = Day(2026, 2, 1);
        Assert.Equal(Day(2026, 2, 1), (await _rpcs.RecordCareFormAsync(again)).CareForm.Period.StartDate);
    }

    [Fact]
    public async Task A_provider_is_not_its_own_subcontractor()
    {
        var provider = await host.CreateProviderAsync();
        var request = AdmissionSamples.Subcontract(provider.Id);
        request.Subcontract.AgbCode = provider.AgbCode;

        Assert.Equal("SUBCONTRACTOR_IS_ITSELF", (await Refused.ByAsync(async () => await _rpcs.RecordSubcontractAsync(request))).Reason);
    }

    [Fact]
    public async Task A_lifted_suspension_leaves_the_worklist_and_a_next_one_may_follow()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var id = (await _watch.Facts.RecordCertificateAsync(new()
        {
            RequestId = NewId(), Certificate = new Certificate { ProviderId = provider, Name = "Jeugdbescherming", Period = new() { StartDate = Day(2026, 1, 1) } },
        })).Certificate.Id;
        async Task<Certificate> LiftAsync(int month) =>
            (await _watch.Facts.LiftCertificateSuspensionAsync(new() { RequestId = NewId(), Id = id, LiftedDate = Day(2026, month, 1), Ground = "Hersteld" })).Certificate;
        async Task SuspendAsync(int month) => await _watch.Facts.SuspendCertificateAsync(new() { RequestId = NewId(), Id = id, SuspendedDate = Day(2026, month, 1), Ground = "Besluit" });

        Assert.Equal("CERTIFICATE_NOT_SUSPENDED", (await Refused.ByAsync(() => LiftAsync(3))).Reason);
        await SuspendAsync(2);
        Assert.Equal("SUSPENSION_LIFTED_EARLY", (await Refused.ByAsync(() => LiftAsync(2))).Reason);
        Assert.Null((await LiftAsync(4)).SuspendedDate);
        Assert.Equal("SUSPENSION_EARLY", (await Refused.ByAsync(() => SuspendAsync(3))).Reason);
        await SuspendAsync(6);

        var shown = Assert.Single((await PageAsync(provider, (2026, 7, 1))).Certificates);
        Assert.Equal(["Hersteld", ""], shown.Suspensions.Select(suspension => suspension.LiftGround));
        Assert.Equal(Day(2026, 6, 1), shown.SuspendedDate);
        Assert.Equal([Day(2026, 2, 1)], (await _watch.OnAsync(Day(2026, 3, 1), provider)).Select(item => item.DueDate));
        Assert.Empty(await _watch.OnAsync(Day(2026, 5, 1), provider));
    }

    [Theory]
    [InlineData("update admission_step set ground = 'x'", PostgresErrorCodes.RestrictViolation)]
    [InlineData("delete from admission_step", PostgresErrorCodes.RestrictViolation)]
    [InlineData(Step + "2, 'Refused', 'Admitted', '2026-01-01', 'x', now() from provider where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData(Step + "2, 'Suspended', 'Admitted', '2026-01-01', 'x', now() from provider where id = '{0}'", PostgresErrorCodes.ForeignKeyViolation)]
    [InlineData(Step + "1, 'Applied', null, '2026-01-01', 'x', now() from provider where id = '{0}'", PostgresErrorCodes.UniqueViolation)]
    public async Task The_database_keeps_steps_and_refuses_those_that_do_not_follow(string statement, string error)
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await TakeAsync(provider, AdmissionState.Applied, (2026, 1, 1));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement.Replace("{0}", provider, StringComparison.Ordinal)));

        Assert.Equal(error, refused.SqlState);
    }

    private const string Step = "insert into admission_step (id, provider_id, number, state, previous, holds_on, ground, recorded_at) select gen_random_uuid(), id, ";

    private async Task TakeAsync(string provider, AdmissionState state, (int Year, int Month, int Day) day) => await _rpcs.RecordAdmissionStepAsync(
        new() { RequestId = NewId(), Step = AdmissionSamples.Step(provider, state, Day(day.Year, day.Month, day.Day)) });

    private async Task<ProviderStanding> StandingAsync(string provider, (int Year, int Month, int Day) day) => (await PageAsync(provider, day)).Standing;

    private async Task<GetProviderPageResponse> PageAsync(string provider, (int Year, int Month, int Day) day) =>
        await _watch.Rpcs.GetProviderPageAsync(new() { Id = provider, AsOf = Day(day.Year, day.Month, day.Day) });
}
