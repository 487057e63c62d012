using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;
using Regio.ServiceDefaults.Persistence;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Persistence;

public sealed class KeptRowsTests(TestServers servers)
{
    [Theory]
    [InlineData("update visit set subject = 'other'")]
    [InlineData("delete from visit")]
    [InlineData("truncate visit")]
    public async Task Rows_that_stay_are_only_added_to(string statement)
    {
        await using var database = await servers.CreateDatabaseAsync();
        var migration = new MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        migration.RowsStay("visit");
        migration.RowsStay("review");
        await database.ExecuteAsync("create table visit (subject text); create table review (subject text)");
        foreach (var made in migration.Operations.Cast<SqlOperation>())
            await database.ExecuteAsync(made.Sql);
        await database.ExecuteAsync("insert into visit values ('wait-times')");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(statement));

        Assert.Equal((PostgresErrorCodes.RestrictViolation, "visit"), (refused.SqlState, refused.TableName));
        Assert.Equal("wait-times", await database.ScalarAsync<string>("select subject from visit"));
    }
}
