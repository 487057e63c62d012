using Npgsql;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>What the database itself refuses, whoever writes.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class DatabaseGuardTests(ProcurementHost host)
{
    private const string Rule =
        "insert into scale_rule (id, version, product_id, level_from, level_to, scale, executor, validity, ground, source_title, source_place) values (gen_random_uuid(), 1, ";

    [Fact]
    public Task Two_scale_rules_for_a_product_on_one_day() => IsRefusedAsync(
        Rule + "'foster-care', null, null, 'Local', '', '[2020-01-01,2021-01-01)', '', '', '')", PostgresErrorCodes.ExclusionViolation);

    [Fact]
    public Task Two_scale_rules_for_a_level_on_one_day() => IsRefusedAsync(
        Rule + "null, 8, 8, 'Drenthe', '', '[2030-01-01,)', '', '', '')", PostgresErrorCodes.ExclusionViolation);

    [Theory]
    [InlineData("'foster-care', 1, 8")]
    [InlineData("null, null, null")]
    [InlineData("null, 3, 2")]
    [InlineData("null, 0, 3")]
    [InlineData("null, 4, 9")]
    public Task A_scale_rule_for_both_or_neither_or_levels_that_are_none(string subject) => IsRefusedAsync(
        Rule + subject + ", 'Local', '', '[2010-01-01,2011-01-01)', '', '', '')", PostgresErrorCodes.CheckViolation);

    [Fact]
    public async Task Two_signed_lines_for_one_product_buyer_and_provider_on_one_day()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var line = signed.Lines[0].Id;

        await IsRefusedAsync(Copy(line, "validity", "active"), PostgresErrorCodes.ExclusionViolation);
        await host.Database.ExecuteAsync(Copy(line, "validity", "null"));
        await host.Database.ExecuteAsync(
            $"""
             with copy as ({Copy(line, "daterange('2028-01-01', null)", "daterange('2028-01-01', null)")} returning *)
             insert into tariff (id, contract_id, line_id, provider_id, unit, cents, validity, provisional, created_at, created_by, state, in_force, substantiation, version,
                 client_hours_cents, other_hours_cents, other_client_cents, overhead_cents, indexation_cents)
             select gen_random_uuid(), contract_id, id, provider_id, unit, tariff_cents, active, false, now(), 'test', 'Adopted', active, '', 1, 0, 0, 0, 0, 0 from copy
             """);
    }

    [Fact]
    public async Task A_line_that_counts_outside_its_period_or_names_another_provider()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var other = await host.CreateProviderAsync();

        await IsRefusedAsync($"update contract_line set active = '[2020-01-01,)' where id = '{signed.Lines[0].Id}'", PostgresErrorCodes.CheckViolation);
        await IsRefusedAsync($"update contract_line set provider_id = '{other.Id}' where id = '{signed.Lines[0].Id}'", PostgresErrorCodes.ForeignKeyViolation);
    }

    [Fact]
    public async Task A_tariff_of_nothing_and_an_exception_without_ground()
    {
        var draft = await host.DraftAsync();

        await IsRefusedAsync($"update contract_line set tariff_cents = 0 where contract_id = '{draft.Id}'", PostgresErrorCodes.CheckViolation);
        await IsRefusedAsync($"update contract_line set scale_exception = 'Crisis' where contract_id = '{draft.Id}'", PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public Task A_refused_purchase_request_without_reason() => IsRefusedAsync(
        $"""
         insert into purchase_request (id, municipality_id, product_id, state, reason, version, created_at, decided_at)
         values ('{NewId()}', 'GM0106', 'x', 'Refused', '', 2, now(), now())
         """,
        PostgresErrorCodes.CheckViolation);

    private static string Copy(string line, string validity, string active) =>
        $"""
         insert into contract_line (id, contract_id, provider_id, position, product_id, buyer_id, scale, unit, tariff_cents, validity, scale_exception, exception_ground, active)
         select gen_random_uuid(), contract_id, provider_id, position, product_id, buyer_id, scale, unit, tariff_cents, {validity}, scale_exception, exception_ground, {active}
         from contract_line where id = '{line}'
         """;

    private async Task IsRefusedAsync(string sql, string sqlState)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));

        Assert.Equal(sqlState, refused.SqlState);
    }
}
