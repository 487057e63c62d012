using Regio.ServiceDefaults.Persistence;
using Regio.Reporting.Persistence;
using Regio.Testing;
using Regio.Testing.Migrations;

namespace Regio.Reporting.Tests.Persistence;

public sealed class EveryMigration(TestServers servers) : MigrationsTests(servers)
{
    protected override ServiceDbContext Context(string connectionString) => new ReportingDbContext(MigrationOptions.Of<ReportingDbContext>(connectionString));
}
