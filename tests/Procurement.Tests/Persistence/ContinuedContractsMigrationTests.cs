using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.Procurement.Persistence;
using Regio.Testing;

namespace Regio.Procurement.Tests.Persistence;

public sealed class ContinuedContractsMigrationTests(TestServers servers)
{
    private const string Chain =
        """
        insert into procedure (id, kind, title, buyer_id, state, standstill_days, lead_region, cost_share_basis_points, report_back_days, reason, version, created_at)
        values ('00000000-0000-7000-8000-0000000000ff', 'OpenHouse', 'Ambulant', 'ZD', 'Preparation', 0, '', 0, 0, '', 1, now());
        insert into provider (id, agb_code, name, certified_institution, version, created_at)
        select ('00000000-0000-7000-8000-00000000000' || n)::uuid, '0000000' || n, 'Aanbieder', false, 1, now() from generate_series(1, 4) n;
        insert into contract (id, provider_id, subject, validity, state, version, created_at, created_by, notice_months, end_date, continues_id, procedure_id)
        select ('00000000-0000-7000-8000-0000000000a' || n)::uuid, ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'Ambulant', '[2026-01-01,)',
               case when n in (1, 2) then 'Transferred' else 'Signed' end, 1, now(), 'test', 6,
               case when n in (1, 2) then date '2026-06-01' end,
               case when n in (2, 3) then ('00000000-0000-7000-8000-0000000000a' || n - 1)::uuid end,
               case when n = 1 then '00000000-0000-7000-8000-0000000000ff'::uuid end
        from generate_series(1, 4) n;
        """;

    [Fact]
    public async Task Contracts_that_went_on_before_get_the_procedure_of_the_first_and_others_none()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await using var db = new ProcurementDbContext(new DbContextOptionsBuilder<ProcurementDbContext>().UseNpgsql(database.ConnectionString).Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("OcdsReleases");
        await database.ExecuteAsync(Chain);

        await migrator.MigrateAsync("ContinuedContracts");

        Assert.Equal(3, await database.ScalarAsync<long>("select count(*) from contract where procedure_id = '00000000-0000-7000-8000-0000000000ff'"));
        Assert.Equal(1, await database.ScalarAsync<long>("select count(*) from contract where procedure_id is null and continues_id is null"));
    }
}
