using Npgsql;

namespace Regio.Municipalities.Tests.Features;

/// <summary>What the database itself refuses, whoever writes.</summary>
public sealed class DatabaseGuardTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string Allocation = "0192f0c1-2a3b-7c4d-8e5f-60718293a4b5";

    private const string Insert = $"""
        insert into cost_allocation (id, subject, amount_cents, purpose, allocation_key_id, as_of, recorded_at, recorded_by, version)
        select '{Allocation}', 'Proef', 100, 'jhrd', id, '2026-01-01', now(), 'test', 1 from allocation_key limit 1;
        """;

    [Fact]
    public Task Two_procurement_regions_on_one_day() => IsRefusedAsync(
        """
        insert into membership (municipality_id, region_id, region_kind, validity, remark, source_title, source_place)
        values ('GM0106', 'ZD', 'Procurement', '[2020-01-01,2021-01-01)', '', '', '')
        """,
        PostgresErrorCodes.ExclusionViolation);

    [Fact]
    public Task A_membership_whose_kind_is_not_that_of_its_region() => IsRefusedAsync(
        """
        insert into membership (municipality_id, region_id, region_kind, validity, remark, source_title, source_place)
        values ('GM0106', 'ZD', 'Province', '[2010-01-01,2011-01-01)', '', '', '')
        """,
        PostgresErrorCodes.ForeignKeyViolation);

    [Fact]
    public Task Two_keys_for_a_purpose_on_one_day() => IsRefusedAsync(
        """
        insert into allocation_key (id, purpose, state, validity, remark, version, source_title, source_place)
        values (gen_random_uuid(), 'jhrd', 'Adopted', '[2026-01-01,)', '', 1, '', '')
        """,
        PostgresErrorCodes.ExclusionViolation);

    [Fact]
    public Task Shares_that_do_not_add_up() => IsRefusedAsync(
        $"""
        begin; {Insert}
        insert into cost_share (cost_allocation_id, municipality_id, municipality_name, percentage, rank, amount_cents)
        values ('{Allocation}', 'GM0114', 'Emmen', 24.7, 6, 99);
        commit
        """,
        PostgresErrorCodes.CheckViolation);

    [Fact]
    public Task An_allocation_without_shares() => IsRefusedAsync($"begin; {Insert} commit", PostgresErrorCodes.CheckViolation);

    [Fact]
    public Task A_share_below_zero() => IsRefusedAsync(
        $"""
        begin; {Insert}
        insert into cost_share (cost_allocation_id, municipality_id, municipality_name, percentage, rank, amount_cents)
        values ('{Allocation}', 'GM0114', 'Emmen', 24.7, 6, 101), ('{Allocation}', 'GM0106', 'Assen', 18.3, 2, -1);
        commit
        """,
        PostgresErrorCodes.CheckViolation);

    [Theory]
    [InlineData("update cost_allocation set subject = 'anders'")]
    [InlineData("delete from cost_share")]
    [InlineData("update cost_share set amount_cents = 0")]
    [InlineData("truncate cost_share")]
    [InlineData("update municipality_version set version = 2")]
    public Task Changing_what_is_recorded(string sql) => IsRefusedAsync(sql, PostgresErrorCodes.RestrictViolation);

    private async Task IsRefusedAsync(string sql, string sqlState)
    {
        var before = await CountAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));

        Assert.Equal(sqlState, refused.SqlState);
        Assert.Equal(before, await CountAsync());
    }

    private Task<long> CountAsync() => host.Database.ScalarAsync<long>(
        "select (select count(*) from membership) + (select count(*) from allocation_key) + (select count(*) from cost_allocation) + (select count(*) from cost_share)");
}
