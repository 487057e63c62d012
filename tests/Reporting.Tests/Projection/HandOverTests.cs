using Microsoft.Extensions.DependencyInjection;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Tests.Projection;

/// <summary>A case counts for the municipality that it went over to, whichever message comes first.</summary>
public sealed class HandOverTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_case_counts_for_the_municipality_that_it_went_over_to(bool handedOverFirst)
    {
        var id = Guid.CreateVersion7();
        var over = Care.HandedOver(id, 3, "GM0106", "GM0114");

        await using var scope = host.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        if (handedOverFirst)
            await new OnCaseHandedOver(db).ApplyAsync(over, CancellationToken.None);
        foreach (var step in Care.Case(id, "GM0106", 2))
            await new OnCaseStateChanged(db).ApplyAsync(step, CancellationToken.None);
        await new OnCaseHandedOver(db).ApplyAsync(over, CancellationToken.None);

        Assert.Equal("GM0114", await host.Database.ScalarAsync<string>($"select municipality_id from expert_case where id = '{id}'"));
        Assert.Equal(2, await host.Database.ScalarAsync<long>($"select count(*) from expert_case_step where case_id = '{id}'"));
    }
}
