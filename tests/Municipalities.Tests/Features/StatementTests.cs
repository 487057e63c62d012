using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Regio.Municipalities.Tests.Features;

public sealed class StatementTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_statement_that_comes_again_is_planned_once()
    {
        var database = host.Host.Services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 10; i++)
            await QueryAsync(connection, "select name from municipality where rank = 1");

        Assert.Equal(1L, await QueryAsync(connection, "select count(*) from pg_prepared_statements where statement like 'select name from municipality%'"));
    }

    private static async Task<object?> QueryAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
