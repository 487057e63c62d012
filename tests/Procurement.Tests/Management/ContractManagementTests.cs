using Grpc.Core;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Management;

/// <summary>What happens with a contract while it runs, and which clocks come of it.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class ContractManagementTests(ProcurementHost host)
{
    private readonly Watch _watch = new(host);

    [Fact]
    public async Task A_review_moves_the_next_one_a_cycle_on()
    {
        var signed = await host.SignAsync(await host.DraftAsync());

        var before = Assert.Single(await _watch.AllOnAsync(Day(2026, 6, 1), subject: signed.Id));
        await _watch.Management.RecordContractReviewAsync(Review(signed));
        var after = (await _watch.AllOnAsync(Day(2026, 12, 1), subject: signed.Id)).Single(item => item.Kind == WorkKind.ContractReview);

        Assert.Equal((WorkKind.ContractReview, Day(2026, 7, 1), false), (before.Kind, before.DueDate, before.Overdue));
        Assert.Equal((Day(2026, 11, 15), true), (after.DueDate, after.Overdue));
        var kept = Assert.Single((await _watch.Management.ListContractReviewsAsync(new() { ContractId = signed.Id })).Reviews);
        Assert.Equal([("Klanttevredenheid", 725, 750), ("Wachttijd", 400, 600)], kept.Scores.Select(s => (s.Indicator, s.ScoreHundredths, s.NormHundredths)));
    }

    [Theory]
    [InlineData("ahead", "FACT_IN_THE_FUTURE")]
    [InlineData("twice", "INDICATOR_TWICE")]
    [InlineData("draft", "REVIEW_OF_DRAFT")]
    public async Task A_review_is_of_a_signed_contract_has_taken_place_and_scores_each_indicator_once(string what, string reason)
    {
        var draft = await host.DraftAsync();
        var request = Review(what == "draft" ? draft : await host.SignAsync(draft));
        if (what == "ahead")
            request.Review.HeldDate = Day(2090, 1, 1);
        if (what == "twice")
            request.Review.Scores.Add(request.Review.Scores[0].Clone());

        Assert.Equal(reason, (await Refused.ByAsync(async () => await _watch.Management.RecordContractReviewAsync(request))).Reason);
    }

    [Fact]
    public async Task An_improvement_plan_is_agreed_and_done_and_is_a_clock_until_then()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var plan = await PlanAsync(signed);

        Assert.Equal(("Kwaliteitsmanager", Day(2027, 1, 15)), (await ClockAsync(plan.Id)) is { } asked ? (asked.Owner, asked.DueDate) : default);
        await _watch.Management.AgreeImprovementPlanAsync(new() { RequestId = NewId(), Id = plan.Id, Measures = "Twee extra behandelaren", DueDate = Day(2027, 2, 1) });
        Assert.Equal(Day(2027, 2, 1), (await ClockAsync(plan.Id))!.DueDate);
        var done = (await _watch.Management.CloseImprovementPlanAsync(new() { RequestId = NewId(), Id = plan.Id, Done = true, Outcome = "Wachttijd weer op norm" })).Plan;
        Assert.Equal(ImprovementPlanState.Done, done.State);
        Assert.Null(await ClockAsync(plan.Id));
    }

    [Fact]
    public async Task A_promise_of_the_region_at_the_dialogue_table_is_owed_with_evidence_and_seen_by_the_provider_it_was_made_to()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var owed = (await _watch.Management.RecordObligationAsync(Promise(provider))).Obligation;
        var own = new ContractManagementService.ContractManagementServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: provider)));

        Assert.Equal("Wethouder Emmen", (await ClockAsync(owed.Id))!.Owner);
        Assert.Equal(owed, Assert.Single((await own.ListObligationsAsync(new())).Obligations));
        var page = await _watch.Rpcs.GetProviderPageAsync(new() { Id = provider });
        Assert.Equal(owed.Id, Assert.Single(page.Obligations).Id);
        var met = (await _watch.Management.SettleObligationAsync(new() { RequestId = NewId(), Id = owed.Id, Met = true, Evidence = "Kenmerk 2026-114", SettledDate = Day(2026, 11, 20) })).Obligation;
        Assert.Equal((ObligationState.Met, true, "Kenmerk 2026-114"), (met.State, met.Late, met.Evidence));
        Assert.Null(await ClockAsync(owed.Id));
        var again = await Refused.ByAsync(async () => await _watch.Management.SettleObligationAsync(new() { RequestId = NewId(), Id = owed.Id, Met = false, Evidence = "x" }));
        Assert.Equal((StatusCode.FailedPrecondition, "OBLIGATION_SETTLED"), (again.Code, again.Reason));
    }

    [Fact]
    public async Task An_obligation_by_contract_names_a_contract_of_that_provider()
    {
        var (signed, other) = (await host.SignAsync(await host.DraftAsync()), await host.CreateProviderAsync());
        RecordObligationRequest Owed(string provider, string contract)
        {
            var request = Promise(provider);
            (request.Obligation.Origin, request.Obligation.ContractId) = (ObligationOrigin.Contract, contract);
            return request;
        }

        Assert.Equal("OBLIGATION_WITHOUT_CONTRACT", (await Refused.ByAsync(async () => await _watch.Management.RecordObligationAsync(Owed(other.Id, "")))).Reason);
        Assert.Equal("CONTRACT_UNKNOWN", (await Refused.ByAsync(async () => await _watch.Management.RecordObligationAsync(Owed(other.Id, signed.Id)))).Reason);
        Assert.Equal(signed.Id, (await _watch.Management.RecordObligationAsync(Owed(signed.ProviderId, signed.Id))).Obligation.ContractId);
    }

    private static RecordContractReviewRequest Review(Contract contract) => new()
    {
        RequestId = NewId(),
        Review = new ContractReview
        {
            ContractId = contract.Id,
            HeldDate = Day(2026, 5, 15),
            Summary = "Halfjaargesprek",
            Scores =
            {
                new IndicatorScore { Indicator = "Wachttijd", ScoreHundredths = 400, NormHundredths = 600 },
                new IndicatorScore { Indicator = "Klanttevredenheid", ScoreHundredths = 725, NormHundredths = 750 },
            },
        },
    };

    private static RecordObligationRequest Promise(string provider) => new()
    {
        RequestId = NewId(),
        Obligation = new Obligation
        {
            ProviderId = provider,
            Origin = ObligationOrigin.DialogueTable,
            Debtor = ObligationDebtor.Region,
            Subject = "Eén format voor de verantwoording",
            DueDate = Day(2026, 11, 1),
            Owner = "Wethouder Emmen",
        },
    };

    private async Task<ImprovementPlan> PlanAsync(Contract contract) => (await _watch.Management.OpenImprovementPlanAsync(new()
    {
        RequestId = NewId(), Plan = new ImprovementPlan { ContractId = contract.Id, Subject = "Wachttijd", DueDate = Day(2027, 1, 15), Owner = "Kwaliteitsmanager" },
    })).Plan;

    private async Task<WorkItem?> ClockAsync(string subject) => (await _watch.OnAsync(Day(2026, 12, 10), subject: subject)).SingleOrDefault();
}
