using Regio.Common.V1;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Supply;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Worklist;

/// <summary>Which clocks run on a day, when they are due and when they stop.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class WorklistTests(ProcurementHost host)
{
    private readonly Watch _watch = new(host);
    private readonly CeilingDrafts _ceilings = new(host);

    [Fact]
    public async Task A_contract_with_an_option_asks_for_notice_in_time_and_then_for_its_end()
    {
        var signed = await _ceilings.SignedAsync(2028);

        Assert.Empty(await _watch.OnAsync(Day(2028, 6, 1), signed.ProviderId));
        Assert.Equal([(WorkKind.ContractNotice, Day(2028, 10, 1), false)], Told(await _watch.OnAsync(Day(2028, 9, 30), signed.ProviderId)));
        Assert.Equal(
            [(WorkKind.ContractNotice, Day(2028, 10, 1), true), (WorkKind.ContractEnd, Day(2028, 12, 31), false)],
            Told(await _watch.OnAsync(Day(2028, 12, 1), signed.ProviderId)));
        Assert.Empty(await _watch.OnAsync(Day(2029, 1, 1), signed.ProviderId));
    }

    [Fact]
    public async Task A_renewal_moves_the_clocks_and_a_termination_leaves_the_end_alone()
    {
        var (renewed, ended) = (await _ceilings.SignedAsync(2028), await _ceilings.SignedAsync(2028));
        await host.Contracts.RenewContractAsync(new() { RequestId = NewId(), Id = renewed.Id, CurrentEndDate = Day(2029, 1, 1), AnnouncedDate = Day(2028, 1, 1) });
        await host.Contracts.TerminateContractAsync(new() { RequestId = NewId(), Id = ended.Id, EndDate = Day(2028, 7, 1) });

        Assert.Empty(await _watch.OnAsync(Day(2028, 12, 1), renewed.ProviderId));
        Assert.Equal([(WorkKind.ContractNotice, Day(2029, 10, 1), false)], Told(await _watch.OnAsync(Day(2029, 9, 1), renewed.ProviderId)));
        Assert.Equal([(WorkKind.ContractEnd, Day(2028, 6, 30), false)], Told(await _watch.OnAsync(Day(2028, 6, 1), ended.ProviderId)));
    }

    [Fact]
    public async Task After_the_notice_of_the_last_option_a_contract_asks_for_what_follows_until_it_is_contracted()
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(2041);
        request.Contract.Lines[0] = Line("foster-care", "JHRD", 2041);
        request.Contract.Clocks = new ContractClocks { NoticeMonths = 6 };
        var last = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);

        Assert.Equal([(WorkKind.ContractNotice, Day(2041, 7, 1), false)], Told(await _watch.OnAsync(Day(2041, 7, 1), last.ProviderId)));
        Assert.Equal([(WorkKind.ContractSuccession, Day(2041, 7, 1), true)], Told(await _watch.OnAsync(Day(2041, 7, 2), last.ProviderId)));
        var next = await host.RequestAsync();
        next.Contract.Period = Year(2042);
        next.Contract.Lines[0] = Line("foster-care", "JHRD", 2042);
        await host.SignAsync((await host.Contracts.CreateContractAsync(next)).Contract);
        Assert.Empty(await _watch.OnAsync(Day(2041, 7, 2), last.ProviderId));
    }

    [Fact]
    public async Task A_report_of_supply_asks_for_the_next_one_before_it_is_stale()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var supply = new SupplyService.SupplyServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager)));
        await supply.RecordSupplyAsync(SupplyTests.Report(provider, (2026, 3, 1), waiting: 4));
        await supply.RecordSupplyAsync(SupplyTests.Report(provider, (2026, 3, 1), waiting: 5));

        Assert.Equal([(WorkKind.SupplyReport, Day(2026, 4, 1), false)], Told(await _watch.OnAsync(Day(2026, 4, 1), provider)));
        Assert.Equal([(WorkKind.SupplyReport, Day(2026, 4, 1), true)], Told(await _watch.OnAsync(Day(2026, 4, 2), provider)));
        await supply.RecordSupplyAsync(SupplyTests.Report(provider, (2026, 4, 10), waiting: 4));
        Assert.Equal([(WorkKind.SupplyReport, Day(2026, 5, 11), false)], Told(await _watch.OnAsync(Day(2026, 4, 10), provider)));
    }

    [Fact]
    public async Task A_certificate_that_runs_out_stays_on_the_list_until_another_follows()
    {
        var provider = (await host.CreateProviderAsync("Jeugdbescherming Noord")).Id;
        await CertificateAsync(provider, Day(2024, 1, 1), Day(2027, 1, 1));

        Assert.Equal([(WorkKind.CertificateEnd, Day(2026, 12, 31), true)], Told(await _watch.OnAsync(Day(2027, 3, 1), provider)));
        await CertificateAsync(provider, Day(2027, 2, 1), Day(2030, 2, 1));
        Assert.Empty(await _watch.OnAsync(Day(2027, 3, 1), provider));
    }

    [Fact]
    public async Task A_suspended_certificate_is_on_the_list_and_is_not_suspended_twice()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var certificate = await CertificateAsync(provider, Day(2026, 1, 1), Day(2030, 1, 1));
        SuspendCertificateRequest Suspension(Date day) => new() { RequestId = NewId(), Id = certificate.Id, SuspendedDate = day, Ground = "Besluit van de certificerende instelling" };

        Assert.Equal("CERTIFICATE_NOT_HELD", (await Refused.ByAsync(async () => await _watch.Facts.SuspendCertificateAsync(Suspension(Day(2031, 1, 1))))).Reason);
        await _watch.Facts.SuspendCertificateAsync(Suspension(Day(2026, 12, 1)));
        Assert.Equal("CERTIFICATE_SUSPENDED", (await Refused.ByAsync(async () => await _watch.Facts.SuspendCertificateAsync(Suspension(Day(2027, 1, 1))))).Reason);

        Assert.Equal([(WorkKind.CertificateSuspended, Day(2026, 12, 1), true)], Told(await _watch.OnAsync(Day(2027, 3, 1), provider)));
    }

    [Fact]
    public async Task A_standstill_asks_for_its_award_and_a_withdrawn_procedure_for_nothing()
    {
        var drafts = new ProcedureDrafts(host);
        var (intended, withdrawn) = (await drafts.IntendedAsync(), await drafts.IntendedAsync());
        await drafts.Rpcs.WithdrawProcedureAsync(new() { RequestId = NewId(), Id = withdrawn.Id, Reason = "Geen behoefte" });

        var before = await _watch.OnAsync(Day(2025, 5, 10), subject: intended.Id);
        await drafts.Rpcs.AwardProcedureAsync(new() { RequestId = NewId(), Id = intended.Id, AwardDate = Day(2025, 6, 1) });

        Assert.Equal([(WorkKind.StandstillEnd, Day(2025, 5, 21), false)], Told(before));
        Assert.Equal([(WorkKind.StandstillEnd, Day(2025, 5, 21), true)], Told(await _watch.OnAsync(Day(2025, 5, 31), subject: intended.Id)));
        Assert.Empty(await _watch.OnAsync(Day(2025, 6, 1), subject: intended.Id));
        Assert.Empty(await _watch.OnAsync(Day(2025, 5, 10), subject: withdrawn.Id));
    }

    [Fact]
    public async Task A_warned_ceiling_asks_for_its_meeting_then_for_a_decision_and_then_for_nothing()
    {
        var warned = await _ceilings.WarnedAsync();
        var today = warned.WarnedDate;

        Assert.Equal([(WorkKind.CeilingMeeting, warned.MeetingDueDate, false)], Told(await _watch.OnAsync(today, subject: warned.Id)));
        await _ceilings.Rpcs.RecordCeilingMeetingAsync(new() { RequestId = NewId(), Id = warned.Id });
        Assert.Equal([(WorkKind.CeilingDecision, warned.MeetingDueDate, false)], Told(await _watch.OnAsync(today, subject: warned.Id)));
        await _ceilings.Rpcs.AdjustCeilingAsync(new() { RequestId = NewId(), Id = warned.Id, AmountCents = CeilingDrafts.Amount, Reason = "Blijft zoals het is" });
        Assert.Empty(await _watch.OnAsync(today, subject: warned.Id));
    }

    [Fact]
    public async Task An_intended_ceiling_waits_for_the_view_of_the_provider()
    {
        var intended = await _ceilings.IntendedAsync();

        var item = Assert.Single(await _watch.OnAsync(intended.ViewDueDate, subject: intended.Id));

        Assert.Equal((WorkKind.CeilingView, "provider", "Ambulante hulp Zuid-Drenthe", "Yorneo"), (item.Kind, item.Owner, item.Subject, item.ProviderName));
    }

    [Fact]
    public async Task A_client_stop_is_looked_at_again_each_term_until_it_is_lifted()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var stop = (await _ceilings.Rpcs.RecordClientStopAsync(new()
        {
            RequestId = NewId(),
            ClientStop = new ClientStop { ProviderId = provider, Declarer = ClientStopDeclarer.Provider, AnnouncedDate = Day(2026, 1, 1), Period = new() { StartDate = Day(2026, 1, 1) }, Ground = "Personeel" },
        })).ClientStop;

        Assert.Equal([(WorkKind.ClientStopReview, Day(2026, 4, 1), true)], Told(await _watch.OnAsync(Day(2026, 5, 1), provider)));
        await _ceilings.Rpcs.ReviewClientStopAsync(new() { RequestId = NewId(), Id = stop.Id, ReviewDate = Day(2026, 5, 1) });
        Assert.Equal([(WorkKind.ClientStopReview, Day(2026, 7, 30), false)], Told(await _watch.OnAsync(Day(2026, 5, 1), provider)));
        await _ceilings.Rpcs.LiftClientStopAsync(new() { RequestId = NewId(), Id = stop.Id, EndDate = Day(2026, 6, 1) });
        Assert.Empty(await _watch.OnAsync(Day(2026, 6, 1), provider));
        var early = await Refused.ByAsync(async () => await _ceilings.Rpcs.ReviewClientStopAsync(new() { RequestId = NewId(), Id = stop.Id, ReviewDate = Day(2026, 3, 1) }));
        Assert.Equal("CLIENT_STOP_REVIEW_OUTSIDE", early.Reason);
    }

    [Fact]
    public async Task A_purchase_request_is_answered_within_its_term_and_seen_by_its_own_municipality_alone()
    {
        var id = Guid.CreateVersion7();
        await host.PublishAsync(new RequestPurchase { PurchaseRequestId = id, OccurredAt = TimeProvider.System.GetUtcNow(), MunicipalityId = "GM0106", ProductId = "secure-care" });
        await Eventually.Is("the purchase request is recorded", 1L, () => host.Database.ScalarAsync<long>($"select count(*) from purchase_request where id = '{id}'"));
        async Task<int> SeenByAsync(string municipality) =>
            (await new WorklistService.WorklistServiceClient(host.Invoker(TestTokens.For(Roles.PolicyAdviser, municipality: municipality)))
                .ListWorkItemsAsync(new() { Kinds = { WorkKind.PurchaseAnswer }, PageSize = 500 })).Items.Count(item => item.SubjectId == id.ToString());

        Assert.Equal((1, 0), (await SeenByAsync("GM0106"), await SeenByAsync("GM0114")));
        await host.Purchases.DecidePurchaseRequestAsync(new() { RequestId = NewId(), Id = id.ToString(), Grant = true });
        Assert.Equal(0, await SeenByAsync("GM0106"));
    }

    [Fact]
    public async Task Pages_hold_each_clock_once_and_filters_bind_the_token()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        foreach (var year in new[] { 2031, 2032, 2033 })
            await CertificateAsync(provider, Day(year - 3, 1, 1), Day(year, 1, 1), $"Certificaat {year}");
        var request = new ListWorkItemsRequest { AsOf = Day(2035, 1, 1), ProviderId = provider, PageSize = 2 };

        var first = await _watch.Rpcs.ListWorkItemsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await _watch.Rpcs.ListWorkItemsAsync(request);
        request.OverdueOnly = true;

        Assert.Equal(["Certificaat 2031", "Certificaat 2032", "Certificaat 2033"], first.Items.Concat(second.Items).Select(item => item.Subject));
        Assert.Empty(second.NextPageToken);
        Assert.Equal("PAGE_TOKEN_INVALID", (await Refused.ByAsync(async () => await _watch.Rpcs.ListWorkItemsAsync(request))).Reason);
    }

    private static IEnumerable<(WorkKind, Date, bool)> Told(IEnumerable<WorkItem> items) => items.Select(item => (item.Kind, item.DueDate, item.Overdue));

    private async Task<Certificate> CertificateAsync(string provider, Date from, Date until, string name = "Jeugdbescherming en jeugdreclassering") => (await _watch.Facts.RecordCertificateAsync(new()
    {
        RequestId = NewId(), Certificate = new Certificate { ProviderId = provider, Name = name, Period = new() { StartDate = from, EndDate = until } },
    })).Certificate;
}
