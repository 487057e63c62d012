using Regio.ServiceDefaults.Persistence;
using Regio.Municipalities.Persistence;
using Regio.Testing;
using Regio.Testing.Migrations;

namespace Regio.Municipalities.Tests.Persistence;

public sealed class EveryMigration(TestServers servers) : MigrationsTests(servers)
{
    protected override IReadOnlyList<string> OfFew =>
    [
        "fk_plan_baseline_date_milestone", "fk_work_item_agenda_item", "fk_work_item_document", "fk_work_item_obligation", "fk_work_item_remark",
    ];

    protected override ServiceDbContext Context(string connectionString) => new MunicipalitiesDbContext(MigrationOptions.Of<MunicipalitiesDbContext>(connectionString));
}
