using Grpc.Core;
using Npgsql;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class CeilingFlowTests(ProcurementHost host)
{
    private readonly CeilingDrafts _drafts = new(host);

    private CeilingService.CeilingServiceClient Ceilings => _drafts.Rpcs;

    [Fact]
    public async Task A_ceiling_goes_from_intention_by_view_decision_warning_and_meeting_to_another_amount()
    {
        var intended = await _drafts.IntendedAsync();
        Assert.Equal((CeilingState.Intention, 70, 28, 14), (intended.State, intended.Clocks.WarningPercent, intended.Clocks.ViewDays, intended.Clocks.MeetingDays));
        var early = await Refused.ByAsync(async () => await Ceilings.DecideCeilingAsync(new() { RequestId = NewId(), Id = intended.Id, Reason = "Nu al" }));
        Assert.Equal((StatusCode.FailedPrecondition, "CEILING_VIEW_MISSING"), (early.Code, early.Reason));

        var provider = new CeilingService.CeilingServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: intended.ProviderId)));
        await provider.RecordCeilingViewAsync(new() { RequestId = NewId(), Id = intended.Id, Etag = intended.Etag, View = "Te laag" });
        var active = (await Ceilings.DecideCeilingAsync(new() { RequestId = NewId(), Id = intended.Id, Reason = "De vraag daalt" })).Ceiling;
        Assert.Equal((CeilingState.Active, "Te laag"), (active.State, active.View));

        await _drafts.SpendAsync(active.ContractId, 70_000_00);
        await _drafts.SpendAsync(active.ContractId, 900_000_00, alwaysPaid: true);
        var warned = await _drafts.GetAsync(active.Id);
        Assert.Equal((CeilingState.Warned, 70_000_00L, 900_000_00L), (warned.State, warned.CountedCents, warned.AlwaysPaidCents));
        Assert.Contains("€ 70.000,00", (await provider.GetCeilingWarningLetterAsync(new() { Id = active.Id })).Html, StringComparison.Ordinal);

        await Ceilings.RecordCeilingMeetingAsync(new() { RequestId = NewId(), Id = active.Id, Etag = warned.Etag });
        var adjusted = (await Ceilings.AdjustCeilingAsync(new() { RequestId = NewId(), Id = active.Id, AmountCents = 120_000_00, Reason = "Meer vraag" })).Ceiling;
        Assert.Equal((CeilingState.Active, 2), (adjusted.State, adjusted.Decisions.Count));
        var running = await Refused.ByAsync(async () => await Ceilings.CloseCeilingAsync(new() { RequestId = NewId(), Id = active.Id }));
        Assert.Equal((StatusCode.FailedPrecondition, "CEILING_RUNNING", "2027-01-01"), (running.Code, running.Reason, running.Metadata["until"]));
        Assert.Equal(6, await EventsAsync(active.Id, "CeilingChanged"));
    }

    [Fact]
    public async Task A_ceiling_whose_period_has_passed_is_closed_and_makes_room()
    {
        var past = await _drafts.ActiveAsync(2025);

        Assert.Equal(CeilingState.Closed, (await Ceilings.CloseCeilingAsync(new() { RequestId = NewId(), Id = past.Id })).Ceiling.State);
        Assert.Equal(past.Id, Assert.Single((await Ceilings.ListCeilingsAsync(new() { ContractId = past.ContractId, State = CeilingState.Closed })).Ceilings).Id);
    }

    [Fact]
    public async Task A_provider_gives_no_view_on_a_ceiling_of_another_and_sees_none()
    {
        var intended = await _drafts.IntendedAsync();
        var other = new CeilingService.CeilingServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: NewId())));

        var refused = await Refused.ByAsync(async () => await other.RecordCeilingViewAsync(new() { RequestId = NewId(), Id = intended.Id, View = "Prima" }));
        Assert.Equal((StatusCode.NotFound, "CEILING_UNKNOWN"), (refused.Code, refused.Reason));
        Assert.Empty((await other.ListCeilingsAsync(new())).Ceilings);
        Assert.Equal("CEILING_UNKNOWN", (await Refused.ByAsync(async () => await other.GetCeilingAsync(new() { Id = intended.Id }))).Reason);
    }

    [Theory]
    [InlineData("draft", "CONTRACT_NOT_IN_FORCE", "ceiling.contract_id")]
    [InlineData("unknown", "CONTRACT_UNKNOWN", "ceiling.contract_id")]
    [InlineData("twice", "CEILING_OVERLAPS", "ceiling.period")]
    [InlineData("open", "CEILING_OUTSIDE_CONTRACT", "ceiling.period")]
    [InlineData("mid month", "CEILING_MID_MONTH", "ceiling.period")]
    [InlineData("free", "INVALID_REQUEST", "ceiling.amount_cents")]
    [InlineData("too late a warning", "INVALID_REQUEST", "ceiling.clocks.warning_percent")]
    public async Task A_ceiling_that_cannot_be_is_refused_with_its_reason_and_field(string what, string reason, string field)
    {
        var request = CeilingDrafts.Proposal(what == "draft" ? await host.DraftAsync() : await _drafts.SignedAsync());
        switch (what)
        {
            case "unknown": request.Ceiling.ContractId = NewId(); break;
            case "twice": await Ceilings.ProposeCeilingAsync(request); request.RequestId = NewId(); break;
            case "open": request.Ceiling.Period.EndDate = null; break;
            case "mid month": request.Ceiling.Period.StartDate = Day(2026, 2, 15); break;
            case "free": request.Ceiling.AmountCents = 0; break;
            case "too late a warning": request.Ceiling.Clocks = new CeilingClocks { WarningPercent = 101 }; break;
        }

        var refused = await Refused.ByAsync(async () => await Ceilings.ProposeCeilingAsync(request));

        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task Spend_that_is_recorded_while_a_ceiling_is_proposed_is_counted()
    {
        var contract = await _drafts.SignedAsync();

        var proposals = Task.Run(async () => (await Ceilings.ProposeCeilingAsync(CeilingDrafts.Proposal(contract))).Ceiling);
        await Task.WhenAll([proposals, .. Enumerable.Range(1, 6).Select(month => _drafts.SpendAsync(contract.Id, 10_000_00, month))]);

        Assert.Equal(60_000_00, (await _drafts.GetAsync((await proposals).Id)).CountedCents);
    }

    [Fact]
    public async Task Of_two_who_propose_a_ceiling_for_the_same_days_one_is_told_the_rule()
    {
        var contract = await _drafts.SignedAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Ceilings.ProposeCeilingAsync(CeilingDrafts.Proposal(contract));
                return "";
            }
            catch (RpcException exception)
            {
                return Refused.Of(exception).Reason;
            }
        }));

        Assert.Equal(["", "CEILING_OVERLAPS", "CEILING_OVERLAPS", "CEILING_OVERLAPS"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_database_itself_refuses_two_ceilings_on_one_day_and_one_without_end()
    {
        var ceiling = await _drafts.IntendedAsync();
        async Task<string?> ByAsync(string sql) => (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql))).ConstraintName;

        Assert.Equal("ex_ceiling_one_per_day", await ByAsync(
            $"""
             insert into ceiling select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* from ceiling c where id = '{ceiling.Id}'
             """));
        Assert.Equal("ck_ceiling_validity", await ByAsync($"update ceiling set validity = '[2026-01-01,)' where id = '{ceiling.Id}'"));
        Assert.Equal("ck_ceiling_warning", await ByAsync($"update ceiling set warned_on = '2026-01-01' where id = '{ceiling.Id}'"));
    }

    [Fact]
    public async Task A_client_stop_is_recorded_whatever_its_notice_listed_while_it_holds_and_lifted()
    {
        var provider = await host.CreateProviderAsync();
        var stops = new List<ClientStop>();
        foreach (var declarer in new[] { ClientStopDeclarer.Provider, ClientStopDeclarer.Buyer, ClientStopDeclarer.Inspection })
            stops.Add((await Ceilings.RecordClientStopAsync(Stop(provider.Id, declarer))).ClientStop);
        Assert.All(stops, stop => Assert.True(stop.AnnouncedLate));

        var query = new ListClientStopsRequest { AsOf = Day(2026, 4, 1), ProviderId = provider.Id, PageSize = 2 };
        var page = await Ceilings.ListClientStopsAsync(query);
        query.PageToken = page.NextPageToken;
        Assert.Equal(
            stops.Select(stop => stop.Id).Reverse(), page.ClientStops.Concat((await Ceilings.ListClientStopsAsync(query)).ClientStops).Select(stop => stop.Id));

        await Ceilings.LiftClientStopAsync(new() { RequestId = NewId(), Id = stops[0].Id, Etag = stops[0].Etag, EndDate = Day(2026, 4, 1) });
        Assert.Equal(2, (await Ceilings.ListClientStopsAsync(new() { AsOf = Day(2026, 4, 1), ProviderId = provider.Id })).ClientStops.Count);
        Assert.Equal(2, await EventsAsync(stops[0].Id, "ClientStopRecorded"));
        var again = await Refused.ByAsync(async () => await Ceilings.LiftClientStopAsync(new() { RequestId = NewId(), Id = stops[0].Id, EndDate = Day(2026, 5, 1) }));
        Assert.Equal((StatusCode.FailedPrecondition, "CLIENT_STOP_LIFTED"), (again.Code, again.Reason));
    }

    private static RecordClientStopRequest Stop(string provider, ClientStopDeclarer declarer) => new()
    {
        RequestId = NewId(),
        ClientStop = new ClientStop
        {
            ProviderId = provider, Declarer = declarer, AnnouncedDate = Day(2026, 3, 1), Period = new() { StartDate = Day(2026, 3, 5) }, Ground = "Wachtlijst", NoticeDays = 30,
        },
    };

    private Task<long> EventsAsync(string aggregate, string type) => host.Database.ScalarAsync<long>(
        $"select count(*) from outbox_message where lane = '{aggregate}' and message_type like '%.{type},%'");
}
