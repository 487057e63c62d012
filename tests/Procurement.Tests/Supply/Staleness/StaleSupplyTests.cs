using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regio.Procurement.Supply.Staleness;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Supply.Staleness;

/// <summary>That a report became too old is told once, and stands on the worklist until the next report.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class StaleSupplyTests(ProcurementHost host)
{
    private readonly SupplyService.SupplyServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task The_last_report_of_a_provider_under_contract_is_told_once_also_when_two_look_at_once()
    {
        var (contracted, other) = (await ContractedAsync(), (await host.CreateProviderAsync()).Id);
        var (early, last, uncontracted) = (await ReportAsync(contracted, 40), await ReportAsync(contracted, 32), await ReportAsync(other, 40));

        await Task.WhenAll(CheckAsync(), CheckAsync());
        await CheckAsync();

        Assert.Equal((0L, 1L, 0L), (await ToldAsync(early), await ToldAsync(last), await ToldAsync(uncontracted)));
        var clock = Assert.Single(await new Watch(host).OnAsync(Ago(0), subject: last));
        Assert.Equal((WorkKind.SupplyReport, true, contracted), (clock.Kind, clock.Overdue, clock.ProviderId));
    }

    [Fact]
    public async Task A_report_is_not_told_on_the_last_day_on_which_it_may_be_relied_on_and_the_next_one_is_told_by_itself()
    {
        var provider = await ContractedAsync();
        var first = await ReportAsync(provider, 60);
        await CheckAsync();
        var second = await ReportAsync(provider, 31);
        await CheckAsync();

        Assert.Equal((1L, 0L), (await ToldAsync(first), await ToldAsync(second)));
        Assert.Empty(await new Watch(host).OnAsync(Ago(0), subject: first));
    }

    [Fact]
    public async Task What_was_told_stays()
    {
        var report = await ReportAsync(await ContractedAsync(), 60);
        await CheckAsync();
        await using var database = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = database.CreateCommand("delete from stale_report where report_id = $1");
        command.Parameters.AddWithValue(Guid.Parse(report));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    private async Task CheckAsync()
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoredStaleReports>().TellAsync(TestContext.Current.CancellationToken);
    }

    private Task<long> ToldAsync(string report) => host.Database.ScalarAsync<long>(
        $"select count(*) from outbox_message where lane = '{report}' and message_type like '%.SupplyBecameStale,%'");

    // A contract of today, whatever year that is.
    private async Task<string> ContractedAsync()
    {
        var (request, year) = (await host.RequestAsync(), Ago(0).Year);
        (request.Contract.Period, request.Contract.Lines[0]) = (Year(year), Line(year: year));
        await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        return request.Contract.ProviderId;
    }

    private async Task<string> ReportAsync(string provider, int daysAgo) => (await _rpcs.RecordSupplyAsync(new()
    {
        RequestId = NewId(),
        Report = new SupplyReport { ProviderId = provider, ProductId = "ambulatory-help", MeasuredDate = Ago(daysAgo), WaitingDays = 14 },
    })).Report.Id;

    private static Common.V1.Date Ago(int days) => TimeProvider.System.DutchToday().AddDays(-days).ToProto();
}
