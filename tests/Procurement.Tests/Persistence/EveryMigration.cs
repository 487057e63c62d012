using Regio.ServiceDefaults.Persistence;
using Regio.Procurement.Persistence;
using Regio.Testing;
using Regio.Testing.Migrations;

namespace Regio.Procurement.Tests.Persistence;

public sealed class EveryMigration(TestServers servers) : MigrationsTests(servers)
{
    protected override ServiceDbContext Context(string connectionString) => new ProcurementDbContext(MigrationOptions.Of<ProcurementDbContext>(connectionString));
}
