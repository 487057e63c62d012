using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regio.ExpertTable;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Hosting;

namespace Regio.Benchmarks.Servers;

/// <summary>The expert table as it is, but for the lines of its read log: what opening a case would cost if nobody noted it.</summary>
internal static class UnloggedTable
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("experttable");
        builder.AddExpertTable();
        builder.Services.ConfigureDbContext<ExpertTableDbContext>(options => options.AddInterceptors(new NoLines()));

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapExpertTable();
        return await app.RunServiceAsync(args);
    }

    private sealed class NoLines : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(command.CommandText.StartsWith("insert into case_read", StringComparison.Ordinal) ? InterceptionResult<int>.SuppressWithResult(1) : result);
    }
}
