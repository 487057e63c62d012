using Microsoft.Extensions.DependencyInjection;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Tests.Projection;

/// <summary>An allocation that was taken back stands no longer, neither in the sum nor in the count.</summary>
public sealed class CreditTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Theory]
    [InlineData("GM9001", true, false)]
    [InlineData("GM9002", true, true)]
    [InlineData("GM9003", false, false)] // as it was published before a credit named what it takes back
    public async Task A_credit_takes_its_allocation_out_of_the_count_and_the_sum(string municipality, bool named, bool creditFirst)
    {
        var standing = Drenthe.Allocation(Guid.NewGuid(), "blijft", 1, (municipality, 700));
        var taken = Drenthe.Allocation(Guid.NewGuid(), "vervalt", 1, (municipality, 300));
        var credit = Drenthe.Allocation(Guid.NewGuid(), "vervalt", 1, (municipality, -300)) with { CreditsId = named ? taken.CostAllocationId : null };

        CostAllocated[] events = creditFirst ? [credit, standing, taken] : [standing, taken, credit];
        foreach (var allocated in events)
            await ApplyAsync(allocated);

        Assert.Equal(1, await TotalAsync("allocation_count", municipality));
        Assert.Equal(700, await TotalAsync("sum_cents", municipality));
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select allocation_count from sharer_set where municipality_ids = array['{municipality}']"));
    }

    private Task<long> TotalAsync(string column, string municipality) =>
        host.Database.ScalarAsync<long>($"select {column}::bigint from municipality_total where municipality_id = '{municipality}'");

    private async Task ApplyAsync(CostAllocated allocated)
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new OnCostAllocated(db).ApplyAsync(allocated, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
