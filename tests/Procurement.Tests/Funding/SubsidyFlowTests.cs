using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Rpcs;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Funding;

/// <summary>A subsidy from application to the last cent, what is due on it, and what the database keeps of it.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class SubsidyFlowTests(ProcurementHost host)
{
    private readonly Watch _watch = new(host);
    private readonly SubsidyService.SubsidyServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task A_subsidy_is_settled_below_its_advances_and_the_difference_comes_back()
    {
        var id = await GrantedAsync();
        await _rpcs.RecordSubsidyPaymentAsync(SubsidySamples.Payment(id, SubsidyPaymentKind.Advance, 30_000_00));
        var accounted = (await _rpcs.RecordSubsidyAccountAsync(new() { RequestId = NewId(), Id = id, AccountedDate = Day(2026, 4, 2) })).Subsidy;
        var settled = (await _rpcs.SettleSubsidyAsync(SubsidySamples.Settlement(id, 29_999_99, SubsidyReduction.ActivitiesMissing))).Subsidy;
        var above = await Refused.ByAsync(async () => await _rpcs.RecordSubsidyPaymentAsync(SubsidySamples.Payment(id, SubsidyPaymentKind.Repayment, 2)));
        var balanced = (await _rpcs.RecordSubsidyPaymentAsync(SubsidySamples.Payment(id, SubsidyPaymentKind.Repayment, 1))).Subsidy;

        Assert.Equal((true, Day(2026, 5, 28)), (accounted.AccountedLate, accounted.SettlementDueDate));
        Assert.Equal((0L, 1L, Day(2026, 6, 15)), (settled.PayableCents, settled.ReclaimableCents, settled.PaymentDueDate));
        Assert.Equal(("SUBSIDY_PAYMENT_ABOVE", "1"), (above.Reason, above.Metadata["most_cents"]));
        Assert.Equal((29_999_99L, 0L), (balanced.PaidCents, balanced.ReclaimableCents));
        Assert.Equal(balanced, (await _rpcs.GetSubsidyAsync(new() { Id = id })).Subsidy);
        Assert.Equal(6L, await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where lane = '{id}' and message_type like '%.SubsidyChanged,%'"));
    }

    [Fact]
    public async Task Each_step_that_is_due_is_a_clock_until_it_is_taken()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var id = (await _rpcs.RecordSubsidyApplicationAsync(SubsidySamples.Application(provider))).Subsidy.Id;
        Assert.Equal((WorkKind.SubsidyDecision, Day(2025, 3, 3)), await ClockAsync(id, 2025, 3));

        await _rpcs.GrantSubsidyAsync(SubsidySamples.Grant(id));
        Assert.Equal((WorkKind.SubsidyAccount, Day(2026, 4, 1)), await ClockAsync(id, 2026, 3));
        // Without account it waits for its settlement from the day after, and the account stays due.
        Assert.Equal(
            [(WorkKind.SubsidyAccount, Day(2026, 4, 1)), (WorkKind.SubsidySettlement, Day(2026, 5, 27))],
            (await _watch.OnAsync(Day(2026, 5, 2), subject: id)).Select(item => (item.Kind, item.DueDate)));

        await _rpcs.SettleSubsidyAsync(SubsidySamples.Settlement(id, 1));
        Assert.Equal((WorkKind.SubsidyPayment, Day(2026, 6, 15)), await ClockAsync(id, 2026, 6));
        await _rpcs.RecordSubsidyPaymentAsync(SubsidySamples.Payment(id, SubsidyPaymentKind.Rest, 1));
        Assert.Empty(await _watch.OnAsync(Day(2026, 6, 2), subject: id));
    }

    [Fact]
    public async Task A_provider_sees_its_own_subsidies_alone()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var id = (await _rpcs.RecordSubsidyApplicationAsync(SubsidySamples.Application(provider))).Subsidy.Id;
        var others = await GrantedAsync();
        var own = new SubsidyService.SubsidyServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: provider)));

        Assert.Equal(id, Assert.Single((await own.ListSubsidiesAsync(new())).Subsidies).Id);
        Assert.Equal("SUBSIDY_UNKNOWN", (await Refused.ByAsync(async () => await own.GetSubsidyAsync(new() { Id = others }))).Reason);
    }

    [Fact]
    public async Task Of_two_advances_at_once_that_do_not_both_fit_one_is_paid()
    {
        var id = await GrantedAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await _rpcs.RecordSubsidyPaymentAsync(SubsidySamples.Payment(id, SubsidyPaymentKind.Advance, 30_000_00));
                return "paid";
            }
            catch (Grpc.Core.RpcException refused)
            {
                return Refused.Of(refused).Reason;
            }
        }));

        Assert.Equal(["SUBSIDY_PAYMENT_ABOVE", "paid"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unknown_grantor_is_refused()
    {
        var request = SubsidySamples.Application((await host.CreateProviderAsync()).Id);
        request.Subsidy.GrantorId = "GELDERLAND";

        var refused = await Refused.ByAsync(async () => await _rpcs.RecordSubsidyApplicationAsync(request));

        Assert.Equal(("REGION_UNKNOWN", "subsidy.grantor_id"), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Theory]
    [InlineData("update subsidy set granted_cents = asked_cents + 1 where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update subsidy set granted_cents = null where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update subsidy set paid_cents = paid_cents + 1 where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update subsidy set paid_cents = granted_cents + 1 where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update subsidy set decided_on = applied_on - 1 where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData(Settled + "settled_cents = 1, reduction = null where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData(Settled + "settled_cents = granted_cents, reduction = 'WrongGrant' where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update subsidy_payment set cents = 1 where subsidy_id = '{0}'", PostgresErrorCodes.RestrictViolation)]
    [InlineData("delete from subsidy_payment where subsidy_id = '{0}'", PostgresErrorCodes.RestrictViolation)]
    public async Task The_database_refuses_amounts_and_states_that_do_not_belong_together(string statement, string error)
    {
        var id = await GrantedAsync();
        await _rpcs.RecordSubsidyPaymentAsync(SubsidySamples.Payment(id, SubsidyPaymentKind.Advance, 100_00));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement.Replace("{0}", id, StringComparison.Ordinal)));

        Assert.Equal(error, refused.SqlState);
    }

    private const string Settled = "update subsidy set state = 'Settled', settled_on = '2026-05-04', payment_due_on = '2026-06-15', settlement_reason = 'x', ";

    private async Task<string> GrantedAsync()
    {
        var id = (await _rpcs.RecordSubsidyApplicationAsync(SubsidySamples.Application((await host.CreateProviderAsync()).Id))).Subsidy.Id;
        return (await _rpcs.GrantSubsidyAsync(SubsidySamples.Grant(id))).Subsidy.Id;
    }

    private async Task<(WorkKind Kind, Regio.Common.V1.Date Due)> ClockAsync(string subsidy, int year, int month)
    {
        var item = Assert.Single(await _watch.OnAsync(Day(year, month, 2), subject: subsidy));
        return (item.Kind, item.DueDate);
    }
}
