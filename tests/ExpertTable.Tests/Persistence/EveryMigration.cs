using Regio.ServiceDefaults.Persistence;
using Regio.ExpertTable.Persistence;
using Regio.Testing.Migrations;

namespace Regio.ExpertTable.Tests.Persistence;

public sealed class EveryMigration(Suite suite) : MigrationsTests(suite.Servers)
{
    protected override ServiceDbContext Context(string connectionString) => new ExpertTableDbContext(MigrationOptions.Of<ExpertTableDbContext>(connectionString));
}
