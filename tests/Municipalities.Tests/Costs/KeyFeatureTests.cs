using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing;
using Date = Regio.Common.V1.Date;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Costs;

/// <summary>Keys with their versions, what-if and credits, over real gRPC and PostgreSQL.</summary>
public sealed class KeyFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly string[] Two = ["GM0106", "GM0114"];

    [Fact]
    public async Task A_key_replaces_another_from_a_day_on_and_both_stay_readable()
    {
        var purpose = NewPurpose();
        var first = await AdoptedAsync(purpose, ("60", "40"), 2020);
        var second = await AdoptedAsync(purpose, ("50", "50.5"), 2024, replaces: first.Id);

        await Eventually.Holds("the register knows the new key", async () => (await InForceAsync(purpose, 2024)).Id == second.Id);
        Assert.Equal(first.Id, (await InForceAsync(purpose, 2023)).Id);
        var listed = (await host.Costs.ListAllocationKeysAsync(new() { Purpose = purpose })).AllocationKeys;
        Assert.Equal([second.Id, first.Id], listed.Select(k => k.Id));
        Assert.Equal([AllocationKeyState.Adopted, AllocationKeyState.Replaced], listed.Select(k => k.State));
        Assert.Equal("100.5", second.PercentageSum);
        Assert.Equal(3, await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where message_type like '%AllocationKeyAdopted%' and lane in ('{first.Id}', '{second.Id}')"));
    }

    [Fact]
    public async Task Two_keys_on_one_date_are_refused_with_the_rule()
    {
        var purpose = NewPurpose();
        await AdoptedAsync(purpose, ("60", "40"), 2020);
        var draft = await DraftAsync(purpose, ("50", "50"));

        await Refusals.IsRefusedAsync("ALLOCATION_KEY_OVERLAPS", StatusCode.FailedPrecondition, () => AdoptAsync(draft.Id, 2024));

        Assert.Equal(AllocationKeyState.Draft, (await host.Costs.ListAllocationKeysAsync(new() { Purpose = purpose })).AllocationKeys[0].State);
    }

    [Fact]
    public async Task Two_who_adopt_at_once_leave_one_key_in_force()
    {
        var purpose = NewPurpose();
        var drafts = new[] { await DraftAsync(purpose, ("60", "40")), await DraftAsync(purpose, ("50", "50")) };

        var answers = await Task.WhenAll(drafts.Select(async d =>
        {
            try
            {
                await AdoptAsync(d.Id, 2020);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal([StatusCode.OK, StatusCode.FailedPrecondition], answers.Order());
    }

    [Fact]
    public async Task What_if_compares_keys_and_the_number_of_young_people()
    {
        var key = await DraftAsync(NewPurpose(), ("40", "60"));
        var request = new CompareAllocationsRequest
        {
            AmountCents = 34_636_00, Left = new() { AllocationKeyId = key.Id }, Right = new() { YouthDate = Day(2022) }, MunicipalityIds = { Two },
        };
        var compared = new List<ComparedShare>();
        await Eventually.Holds("the register knows the draft", async () =>
        {
            try
            {
                compared = [.. (await host.Costs.CompareAllocationsAsync(request)).Shares];
                return true;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.NotFound)
            {
                return false;
            }
        });

        Assert.Equal([("40", 13_854_40, "14385", 14_385_00), ("60", 20_781_60, "20251", 20_251_00)],
            compared.Select(c => (c.LeftWeight, c.LeftCents, c.RightWeight, c.RightCents)));
        Assert.Equal(0, compared.Sum(c => c.DifferenceCents));
        request.Right.YouthDate = Day(2020);
        await Refusals.IsRefusedAsync("YOUTH_COUNT_UNKNOWN", StatusCode.FailedPrecondition, async () => await host.Costs.CompareAllocationsAsync(request));
    }

    [Fact]
    public async Task An_allocation_is_taken_back_once_and_to_the_cent()
    {
        var debit = (await host.Costs.AllocateCostAsync(new() { RequestId = NewId(), AmountCents = 850_000_00, Subject = "Pleegwijzer" })).CostAllocation;

        var credit = await CreditAsync(debit.Id);

        Assert.Equal(debit.Allocation.Shares.Select(s => -s.AmountCents), credit.Allocation.Shares.Select(s => s.AmountCents));
        Assert.Equal(credit, (await host.Costs.GetCostAllocationAsync(new() { Id = credit.Id })).CostAllocation);
        Assert.Equal((debit.Id, "Dubbel geboekt"), (credit.CreditsId, credit.CreditReason));
        await Refusals.IsRefusedAsync("COST_ALLOCATION_CREDITED", StatusCode.FailedPrecondition, () => CreditAsync(debit.Id));
        await Refusals.IsRefusedAsync("COST_ALLOCATION_IS_CREDIT", StatusCode.FailedPrecondition, () => CreditAsync(credit.Id));
    }

    [Fact]
    public async Task The_database_refuses_a_credit_that_is_not_the_mirror_image()
    {
        var debit = (await host.Costs.AllocateCostAsync(new() { RequestId = NewId(), AmountCents = 100, Subject = "Proef", MunicipalityIds = { "GM0106" } })).CostAllocation;

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"""
            begin;
            insert into cost_allocation (id, subject, amount_cents, purpose, allocation_key_id, as_of, recorded_at, recorded_by, version, credits_id, credit_reason)
            select 'a192f0c1-2a3b-7c4d-8e5f-60718293a4b5', 'Proef', -100, 'jhrd', allocation_key_id, as_of, now(), 'test', 1, id, 'proef' from cost_allocation where id = '{debit.Id}';
            insert into cost_share (cost_allocation_id, municipality_id, municipality_name, percentage, rank, amount_cents)
            values ('a192f0c1-2a3b-7c4d-8e5f-60718293a4b5', 'GM0114', 'Emmen', 24.7, 6, -100);
            commit
            """));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static string NewPurpose() => $"p-{Guid.NewGuid():N}"[..30];

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private async Task<AllocationKey> DraftAsync(string purpose, (string Assen, string Emmen) weights) => (await host.Costs.DraftAllocationKeyAsync(new()
    {
        RequestId = NewId(),
        AllocationKey = new()
        {
            Purpose = purpose,
            Period = new() { StartDate = Day(2020) },
            Source = new() { Title = "Besluit" },
            Weights = { new AllocationKeyWeight { MunicipalityId = "GM0106", Percentage = weights.Assen }, new AllocationKeyWeight { MunicipalityId = "GM0114", Percentage = weights.Emmen } },
        },
    })).AllocationKey;

    private async Task<AllocationKey> AdoptAsync(string id, int from, string replaces = "") => (await host.Costs.AdoptAllocationKeyAsync(
        new() { RequestId = NewId(), Id = id, Period = new Period { StartDate = Day(from) }, ReplacesId = replaces })).AllocationKey;

    private async Task<AllocationKey> AdoptedAsync(string purpose, (string Assen, string Emmen) weights, int from, string replaces = "") =>
        await AdoptAsync((await DraftAsync(purpose, weights)).Id, from, replaces);

    private async Task<AllocationKey> InForceAsync(string purpose, int year)
    {
        try
        {
            return (await host.Costs.GetAllocationKeyAsync(new() { Purpose = purpose, AsOf = Day(year) })).AllocationKey;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.NotFound)
        {
            return new AllocationKey();
        }
    }

    private async Task<CostAllocation> CreditAsync(string id) => (await host.Costs.CreditCostAllocationAsync(
        new() { RequestId = NewId(), CostAllocationId = id, Reason = "Dubbel geboekt" })).CostAllocation;
}
