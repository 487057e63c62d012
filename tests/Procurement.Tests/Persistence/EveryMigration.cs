using Regio.ServiceDefaults.Persistence;
using Regio.Procurement.Persistence;
using Regio.Testing;
using Regio.Testing.Migrations;

namespace Regio.Procurement.Tests.Persistence;

public sealed class EveryMigration(TestServers servers) : MigrationsTests(servers)
{
    protected override IReadOnlyList<string> OfFew => ["fk_admission_step_previous", "fk_contract_procedure_procedure_id"];

    protected override ServiceDbContext Context(string connectionString) => new ProcurementDbContext(MigrationOptions.Of<ProcurementDbContext>(connectionString));
}
