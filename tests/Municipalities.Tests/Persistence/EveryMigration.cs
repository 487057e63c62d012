using Regio.ServiceDefaults.Persistence;
using Regio.Municipalities.Persistence;
using Regio.Testing;
using Regio.Testing.Migrations;

namespace Regio.Municipalities.Tests.Persistence;

public sealed class EveryMigration(TestServers servers) : MigrationsTests(servers)
{
    protected override ServiceDbContext Context(string connectionString) => new MunicipalitiesDbContext(MigrationOptions.Of<MunicipalitiesDbContext>(connectionString));
}
