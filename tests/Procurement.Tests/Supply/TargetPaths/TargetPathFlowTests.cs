using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Supply.TargetPaths;

/// <summary>The path of a region, held against the places that providers report.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class TargetPathFlowTests(ProcurementHost host)
{
    private readonly PathDrafts _drafts = new(host);

    [Fact]
    public async Task Each_day_of_a_path_tells_how_many_places_there_were_more_or_less()
    {
        var product = await _drafts.ProductAsync();
        var provider = await _drafts.ContractedAsync(product);
        await _drafts.ReportAsync(provider, product, Day(2025, 1, 1), 20);
        await _drafts.ReportAsync(provider, product, Day(2025, 7, 1), 14);
        await _drafts.SetAsync(product, "ZD", (Day(2025, 1, 1), 21), (Day(2025, 7, 1), 12), (Day(2026, 1, 1), 8));

        var answer = await GetAsync("ZD", Day(2025, 12, 1));

        Assert.Equal(
            [(Day(2025, 1, 1), 21, 20, -1, 0), (Day(2025, 7, 1), 12, 14, 2, 0), (Day(2025, 12, 1), 12, 14, 2, 14)],
            answer.Readings.Select(read => (read.Date, read.TargetPlaces, read.ReportedPlaces, read.DeviationPlaces, read.StalePlaces)));
        Assert.Equal((provider, 14, true), Assert.Single(answer.Counted) is var part ? (part.ProviderId, part.Places, part.Stale) : default);
    }

    [Fact]
    public async Task Places_count_for_each_region_that_may_use_them_and_only_while_the_provider_is_under_contract()
    {
        var product = await _drafts.ProductAsync();
        var (south, north) = (await _drafts.ContractedAsync(product), await _drafts.ContractedAsync(product, "NMD"));
        await _drafts.ReportAsync(south, product, Day(2025, 6, 1), 5);
        await _drafts.ReportAsync(north, product, Day(2025, 6, 1), 3);
        foreach (var region in (string[])["ZD", "NMD", "JHRD"])
            await _drafts.SetAsync(product, region, (Day(2025, 1, 1), 8));

        Assert.Equal((5, 3, 8), (await LastAsync("ZD", 2025), await LastAsync("NMD", 2025), await LastAsync("JHRD", 2025)));
        Assert.Equal(0, await LastAsync("JHRD", 2026));
    }

    [Fact]
    public async Task A_provider_under_contract_that_reports_no_places_is_missing()
    {
        var product = await _drafts.ProductAsync();
        await _drafts.ContractedAsync(product, name: "Accare");
        await _drafts.ReportAsync(await _drafts.ContractedAsync(product, name: "Elker"), product, Day(2025, 6, 1), places: null);
        await _drafts.SetAsync(product, "ZD", (Day(2025, 1, 1), 8));

        var answer = await GetAsync("ZD", Day(2025, 6, 15));

        Assert.Equal((0, 2), (answer.Readings[^1].ReportedPlaces, answer.Readings[^1].MissingReports));
        Assert.Equal(["Accare", "Elker"], answer.Counted.Select(part => part.ProviderName));
        Assert.All(answer.Counted, part => Assert.False(part.HasPlaces));
        Assert.Equal([null, Day(2025, 6, 1)], answer.Counted.Select(part => part.MeasuredDate));
    }

    [Fact]
    public async Task A_later_path_takes_the_place_of_one_and_what_was_known_before_can_be_asked_again()
    {
        var product = await _drafts.ProductAsync();
        var provider = await _drafts.ContractedAsync(product);
        await _drafts.ReportAsync(provider, product, Day(2025, 6, 1), 5);
        var first = await _drafts.SetAsync(product, "ZD", (Day(2025, 1, 1), 8));
        await _drafts.ReportAsync(provider, product, Day(2025, 6, 1), 7);
        var second = await _drafts.SetAsync(product, "ZD", (Day(2025, 1, 1), 4));

        var (before, now) = (await GetAsync("ZD", Day(2025, 6, 1), first.RecordTime), await GetAsync("ZD", Day(2025, 6, 1)));

        Assert.Equal(first.Version + 1, second.Version);
        Assert.Equal((first, 5, -3), (before.Path, before.Readings[^1].ReportedPlaces, before.Readings[^1].DeviationPlaces));
        Assert.Equal((second, 7, 3), (now.Path, now.Readings[^1].ReportedPlaces, now.Readings[^1].DeviationPlaces));
        var unknown = await Refused.ByAsync(async () => await GetAsync("ZD", Day(2025, 6, 1), Timestamp.FromDateTime(new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        Assert.Equal((StatusCode.NotFound, "TARGET_PATH_UNKNOWN"), (unknown.Code, unknown.Reason));
    }

    [Fact]
    public async Task Of_who_set_a_path_in_the_place_of_the_same_one_at_once_one_succeeds()
    {
        var product = await _drafts.ProductAsync();
        var path = await _drafts.SetAsync(product, "NMD", (Day(2025, 1, 1), 8));

        var raced = await Task.WhenAll(Enumerable.Range(1, 4).Select(async places =>
        {
            var request = PathDrafts.Request(product, "NMD", (Day(2025, 1, 1), places));
            request.Etag = path.Etag;
            try
            {
                return (await _drafts.Rpcs.SetTargetPathAsync(request)).Path.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.Aborted)
            {
                return Refused.Of(refused).Reason;
            }
        }));

        Assert.Single(raced, version => version == $"{path.Version + 1}");
        Assert.All(raced.Where(version => version != $"{path.Version + 1}"), reason => Assert.Contains(reason, (string[])["ETAG_MISMATCH", "TARGET_PATH_RACED"]));
    }

    [Theory]
    [InlineData("region", "REGION_UNKNOWN", "path.region_id")]
    [InlineData("stay", "TARGET_PATH_WITHOUT_STAY", "path.product_ids[1]")]
    [InlineData("order", "TARGET_PATH_ORDER", "path.points[1].start_date")]
    public async Task A_path_that_cannot_be_is_refused_at_its_field(string what, string reason, string field)
    {
        var request = PathDrafts.Request("residential-care", "ZD", (Day(2025, 1, 1), 8));
        if (what == "region")
            request.Path.RegionId = "NERGENS";
        if (what == "stay")
            request.Path.ProductIds.Add("ambulatory-help");
        if (what == "order")
            request.Path.Points.Add(new TargetPathPoint { StartDate = Day(2024, 1, 1), Places = 9 });

        var refused = await Refused.ByAsync(async () => await _drafts.Rpcs.SetTargetPathAsync(request));

        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Theory]
    [InlineData("update target_path set ground = 'anders' where id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData("delete from target_path_point where path_id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData("update target_path_product set product_id = 'foster-care' where path_id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData("insert into target_path_product (path_id, product_id) values ($1, 'ambulatory-help')", PostgresErrorCodes.CheckViolation)]
    [InlineData("insert into target_path_point (path_id, starts_on, places) values ($1, '2030-01-01', -1)", PostgresErrorCodes.CheckViolation)]
    [InlineData(
        "insert into target_path (id, region_id, version, ground, recorded_by, recorded_at, source_title, source_place) select gen_random_uuid(), region_id, version, 'x', '', now(), 'x', '' from target_path where id = $1",
        PostgresErrorCodes.UniqueViolation)]
    public async Task The_database_keeps_paths_and_refuses_those_that_cannot_be(string statement, string error)
    {
        var path = await _drafts.SetAsync("residential-care", "ZD", (Day(2025, 1, 1), 8));
        await using var database = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = database.CreateCommand(statement);
        command.Parameters.AddWithValue(Guid.Parse(path.Id));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(error, refused.SqlState);
    }

    private async Task<GetTargetPathResponse> GetAsync(string region, Date day, Timestamp? knownAt = null) =>
        await _drafts.Rpcs.GetTargetPathAsync(new() { RegionId = region, AsOf = day, KnownAt = knownAt });

    private async Task<int> LastAsync(string region, int year) => (await GetAsync(region, Day(year, 6, 15))).Readings[^1].ReportedPlaces;
}
