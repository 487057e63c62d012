using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Regio.Messages.ExpertTable.V1;
using Regio.Messages.Municipalities.V1;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Tests.Projection;

/// <summary>Events of different aggregates come in any order, and any of them more than once.</summary>
public sealed class ProjectionOrderTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    // What the projection holds, as one text. Totals of nothing are as good as none.
    private const string State = """
        select jsonb_build_object(
            'municipality', (select jsonb_agg(t order by t.id) from municipality t),
            'youth', (select jsonb_agg(t order by t.municipality_id, t.reference_date) from youth_count t),
            'membership', (select jsonb_agg(t order by t.municipality_id, t.region_id, t.valid_from) from membership t),
            'key', (select jsonb_agg(t order by t.id) from allocation_key t),
            'weight', (select jsonb_agg(t order by t.allocation_key_id, t.municipality_id) from allocation_key_weight t),
            'allocation', (select jsonb_agg(t order by t.id) from allocation t),
            'share', (select jsonb_agg(t order by t.allocation_id, t.municipality_id) from allocation_share t),
            'total', (select jsonb_agg(t order by t.municipality_id) from municipality_total t where t.allocation_count <> 0),
            'set', (select jsonb_agg(t order by t.digest) from sharer_set t where t.allocation_count <> 0),
            'contract', (select jsonb_agg(t order by t.id) from contract t),
            'line', (select jsonb_agg(t order by t.contract_id, t.line_id) from contract_line t),
            'case', (select jsonb_agg(t order by t.id) from expert_case t),
            'round', (select jsonb_agg(t order by t.id) from decision_round t),
            'round_body', (select jsonb_agg(t order by t.round_id, t.step_position, t.body_id) from decision_round_body t),
            'round_view', (select jsonb_agg(t order by t.round_id, t.number) from decision_round_view t),
            'round_remark', (select jsonb_agg(t order by t.round_id, t.view_number, t.number) from decision_round_remark t),
            'follow_up', (select jsonb_agg(t order by t.round_id, t.number) from decision_round_follow_up t),
            'step', (select jsonb_agg(t order by t.case_id, t.version) from expert_case_step t))::text
        """;

    private static readonly Guid First = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-000000000001");
    private static readonly Guid Second = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-000000000002");

    private static readonly Guid Third = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-000000000003");

    private static readonly object[] Events =
    [
        Drenthe.Municipalities[1],
        Drenthe.Municipalities[1] with { AggregateVersion = 2, Name = "Assen (hernoemd)" },
        Drenthe.Municipalities[5],
        Drenthe.Key,
        Drenthe.Key with { AggregateVersion = 2, ValidUntil = new DateOnly(2030, 1, 1), Weights = [Drenthe.Key.Weights[0]] },
        Drenthe.Allocation(First, "eerste", 1, ("GM0106", 100), ("GM0114", 200)),
        Drenthe.Allocation(First, "eerste, verbeterd", 2, ("GM0114", 50), ("GM1680", 250)),
        Drenthe.Allocation(Second, "tweede", 1, ("GM0114", long.MaxValue)),
        Drenthe.Allocation(Third, "eerste, verbeterd", 1, ("GM0114", -50), ("GM1680", -250)) with { CreditsId = First },
        Care.Signed(First, 2, Care.Line("ZD", 7, 100_00), Care.Line("ZD", 8, 200_00)),
        Care.Signed(First, 4, Care.Line("ZD", 7, 110_00)),
        Care.Terminated(First, 3, new DateOnly(2030, 1, 1)),
        Care.Terminated(Second, 3, new DateOnly(2031, 1, 1)),
        DecisionRounds.Vision with { RoundId = First, AggregateVersion = 2 },
        DecisionRounds.Vision with { RoundId = First, AggregateVersion = 3, State = "adopted", Remarks = [], FollowUps = [], Bodies = [DecisionRounds.Vision.Bodies[0]] },
        .. Care.Case(First, "GM0106", 5),
        .. Care.Case(Second, "GM0114", 2),
    ];

    [Fact]
    public async Task Any_order_with_any_repetition_ends_in_the_same_state()
    {
        var expected = await ProjectAsync(Events);
        Assert.Contains("eerste, verbeterd", expected, StringComparison.Ordinal);
        Assert.Contains("\"state\": \"decided\", \"version\": 5", expected, StringComparison.Ordinal);
        Assert.Contains("\"tariff_cents\": 11000", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tariff_cents\": 10000", expected, StringComparison.Ordinal);

        var orders = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Prop.ForAll(orders, seed => ProjectAsync(Shuffled(seed)).GetAwaiter().GetResult() == expected)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task Running_totals_equal_the_sum_of_all_shares()
    {
        await ProjectAsync(Shuffled(20_260_101));

        var differing = await host.Database.ScalarAsync<long>(
            """
            select count(*) from
                (select municipality_id, sum(sign(amount_cents)) as n, sum(amount_cents) as cents from allocation_share group by 1) s
                full join municipality_total t using (municipality_id)
            where coalesce(s.n, 0) <> coalesce(t.allocation_count, 0) or coalesce(s.cents, 0) <> coalesce(t.sum_cents, 0)
            """);
        Assert.Equal(0, differing);
    }

    private static object[] Shuffled(int seed)
    {
        var random = new Random(seed);
        object[] order = [.. Events, .. Events.Where(_ => random.Next(2) == 0)];
        random.Shuffle(order);
        return order;
    }

    private async Task<string> ProjectAsync(IEnumerable<object> events)
    {
        await host.Database.ExecuteAsync(
            "truncate municipality, youth_count, membership, allocation_key, allocation_key_weight, allocation, allocation_share, municipality_total, sharer_set, "
            + "contract, contract_line, expert_case, expert_case_step, decision_round, decision_round_body, decision_round_view, decision_round_remark, decision_round_follow_up");
        foreach (var message in events)
        {
            await using var scope = host.Host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await ApplyAsync(db, message);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return await host.Database.ScalarAsync<string>(State) ?? "";
    }

    private static Task ApplyAsync(ReportingDbContext db, object message) => message switch
    {
        MunicipalityRecorded recorded => new OnMunicipalityRecorded(db).ApplyAsync(recorded, CancellationToken.None),
        AllocationKeyAdopted adopted => new OnAllocationKeyAdopted(db).ApplyAsync(adopted, CancellationToken.None),
        CostAllocated allocated => new OnCostAllocated(db).ApplyAsync(allocated, CancellationToken.None),
        ContractSigned signed => new OnContractSigned(db).ApplyAsync(signed, CancellationToken.None),
        ContractTerminated terminated => new OnContractTerminated(db).ApplyAsync(terminated, CancellationToken.None),
        RoundChanged changed => new OnRoundChanged(db).ApplyAsync(changed, CancellationToken.None),
        CaseStateChanged changed => new OnCaseStateChanged(db).ApplyAsync(changed, CancellationToken.None),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "No such event."),
    };
}
