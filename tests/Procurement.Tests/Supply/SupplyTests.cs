using Grpc.Core;
using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Supply;

/// <summary>What providers report of places and waiting, and what is known of it on a day.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class SupplyTests(ProcurementHost host)
{
    private const string Copy =
        "insert into supply_report (id, provider_id, product_id, measured_on, recorded_at, places, free_places, waiting_clients) "
        + "select gen_random_uuid(), provider_id, product_id, measured_on, recorded_at, ";

    private readonly SupplyService.SupplyServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task A_day_knows_the_last_report_before_it_and_calls_it_stale_after_a_month()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await _rpcs.RecordSupplyAsync(Report(provider, (2026, 3, 1), waiting: 4));
        await _rpcs.RecordSupplyAsync(Report(provider, (2026, 5, 1), waiting: 9));

        Assert.Empty(await OnAsync(provider, (2026, 2, 28)));
        Assert.Equal((4, false), await WaitingAsync(provider, (2026, 4, 1)));
        Assert.Equal((4, true), await WaitingAsync(provider, (2026, 4, 2)));
        Assert.Equal((9, false), await WaitingAsync(provider, (2026, 5, 1)));
    }

    [Fact]
    public async Task A_later_report_for_the_same_day_corrects_the_earlier_one()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await _rpcs.RecordSupplyAsync(Report(provider, (2026, 3, 1), waiting: 4));
        await _rpcs.RecordSupplyAsync(Report(provider, (2026, 3, 1), waiting: 5));

        Assert.Equal((5, false), await WaitingAsync(provider, (2026, 3, 1)));
    }

    [Fact]
    public async Task What_is_not_reported_is_not_zero()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var request = Report(provider, (2026, 3, 1), waiting: 0);
        request.Report.ClearPlaces();
        request.Report.ClearFreePlaces();
        request.Report.ClearWaitingDays();
        await _rpcs.RecordSupplyAsync(request);

        var known = Assert.Single(await OnAsync(provider, (2026, 3, 1)));

        Assert.Equal((false, false, false, 0), (known.HasPlaces, known.HasFreePlaces, known.HasWaitingDays, known.WaitingClients));
    }

    [Theory]
    [InlineData("ahead", "FACT_IN_THE_FUTURE", "report.measured_date")]
    [InlineData("no places", "FREE_WITHOUT_PLACES", "report.places")]
    [InlineData("more free", "FREE_ABOVE_PLACES", "report.free_places")]
    [InlineData("product", "PRODUCT_UNKNOWN", "report.product_id")]
    public async Task A_report_that_cannot_be_is_refused_at_its_field(string what, string reason, string field)
    {
        var request = Report((await host.CreateProviderAsync()).Id, (2026, 3, 1), waiting: 1);
        if (what == "ahead")
            request.Report.MeasuredDate = Day(2090, 1, 1);
        if (what == "no places")
            request.Report.ClearPlaces();
        if (what == "more free")
            request.Report.FreePlaces = request.Report.Places + 1;
        if (what == "product")
            request.Report.ProductId = "nothing";

        var refused = await Refused.ByAsync(async () => await _rpcs.RecordSupplyAsync(request));

        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
        Assert.Empty(await OnAsync(request.Report.ProviderId, (2026, 3, 1)));
    }

    [Fact]
    public async Task A_provider_reports_and_sees_its_own_and_its_page_shows_it()
    {
        var (provider, other) = ((await host.CreateProviderAsync()).Id, (await host.CreateProviderAsync()).Id);
        var own = new SupplyService.SupplyServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: provider)));
        await _rpcs.RecordSupplyAsync(Report(other, (2026, 3, 1), waiting: 1));

        var recorded = (await own.RecordSupplyAsync(Report(provider, (2026, 3, 1), waiting: 7))).Report;
        var foreign = await Refused.ByAsync(async () => await own.RecordSupplyAsync(Report(other, (2026, 3, 1), waiting: 7)));

        Assert.Equal(StatusCode.NotFound, foreign.Code);
        Assert.Equal(recorded.Id, Assert.Single((await own.ListSupplyAsync(new())).Reports).Id);
        Assert.Empty((await own.ListSupplyAsync(new() { ProviderId = other })).Reports);
        var page = await new Watch(host).Rpcs.GetProviderPageAsync(new() { Id = provider, AsOf = Day(2026, 3, 15) });
        Assert.Equal((recorded.Id, 7, false), Assert.Single(page.Supply) is var shown ? (shown.Id, shown.WaitingClients, shown.Stale) : default);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_product_without_gap()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        string[] products = ["ambulatory-help", "child-protection", "foster-care"];
        foreach (var product in products)
        {
            var request = Report(provider, (2026, 3, 1), waiting: 1);
            request.Report.ProductId = product;
            await _rpcs.RecordSupplyAsync(request);
        }

        var (seen, ask) = (new List<string>(), new ListSupplyRequest { ProviderId = provider, AsOf = Day(2026, 3, 1), PageSize = 1 });
        do
        {
            var page = await _rpcs.ListSupplyAsync(ask);
            seen.Add(Assert.Single(page.Reports).ProductId);
            ask.PageToken = page.NextPageToken;
        }
        while (ask.PageToken.Length > 0);

        Assert.Equal(products, seen);
    }

    [Theory]
    [InlineData("update supply_report set waiting_clients = 0 where id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData("delete from supply_report where id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData(Copy + "1, 2, 0 from supply_report where id = $1", PostgresErrorCodes.CheckViolation)]
    [InlineData(Copy + "null, 2, 0 from supply_report where id = $1", PostgresErrorCodes.CheckViolation)]
    [InlineData(Copy + "2, 1, -1 from supply_report where id = $1", PostgresErrorCodes.CheckViolation)]
    public async Task The_database_keeps_reports_and_refuses_numbers_that_cannot_be(string statement, string error)
    {
        var report = (await _rpcs.RecordSupplyAsync(Report((await host.CreateProviderAsync()).Id, (2026, 3, 1), waiting: 1))).Report;
        await using var database = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = database.CreateCommand(statement);
        command.Parameters.AddWithValue(Guid.Parse(report.Id));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(error, refused.SqlState);
    }

    internal static RecordSupplyRequest Report(string provider, (int Year, int Month, int Day) day, int waiting) => new()
    {
        RequestId = NewId(),
        Report = new SupplyReport
        {
            ProviderId = provider,
            ProductId = "foster-care",
            MeasuredDate = Day(day.Year, day.Month, day.Day),
            Places = 20,
            FreePlaces = 2,
            WaitingClients = waiting,
            WaitingDays = 60,
        },
    };

    private async Task<IReadOnlyList<SupplyReport>> OnAsync(string provider, (int Year, int Month, int Day) day) =>
        (await _rpcs.ListSupplyAsync(new() { ProviderId = provider, AsOf = Day(day.Year, day.Month, day.Day) })).Reports;

    private async Task<(int Clients, bool Stale)> WaitingAsync(string provider, (int Year, int Month, int Day) day) =>
        Assert.Single(await OnAsync(provider, day)) is var known ? (known.WaitingClients, known.Stale) : default;
}
