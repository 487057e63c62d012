using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Rebuild;

namespace Regio.Reporting.Tests.Projection;

/// <summary>What a rebuild holds and empties is what the projections write.</summary>
public sealed class ProjectionTableTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public void A_table_is_emptied_before_the_one_that_it_refers_to()
    {
        using var scope = host.Host.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<ReportingDbContext>().Model;

        var tables = ProjectionTables.Of(model).Select(table => table.GetTableName()!).ToList();

        Assert.True(tables.IndexOf("contract_line") < tables.IndexOf("contract"));
        Assert.True(tables.IndexOf("allocation_share") < tables.IndexOf("allocation"));
        Assert.Superset(new HashSet<string> { "municipality_total", "sharer_set", "expert_case_step", "youth_count", "ceiling_step", "client_stop", "decision_round_view" }, tables.ToHashSet());
        Assert.DoesNotContain("observation", tables);
    }

    [Fact]
    public void What_a_projection_writes_first_is_a_table_of_the_projection()
    {
        using var scope = host.Host.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<ReportingDbContext>().Model;

        Assert.Subset(ProjectionTables.Of(model).Select(table => table.ClrType).ToHashSet(), Projector.FirstRows.ToHashSet());
    }
}
