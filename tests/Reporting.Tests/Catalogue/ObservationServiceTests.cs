using Google.Rpc;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Catalogue;

public sealed class ObservationServiceTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private ObservationService.ObservationServiceClient Observations => new(host.Host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    [Fact]
    public async Task Every_observation_leads_to_its_load_and_line_and_to_a_definition()
    {
        var all = await WalkAsync(new ListObservationsRequest());
        var defined = (await Observations.ListIndicatorsAsync(new())).Indicators.Select(i => i.Id).ToHashSet();

        Assert.Equal(await host.Database.ScalarAsync<long>("select count(*) from observation"), all.Count);
        Assert.All(all, o => Assert.Contains(o.Key.IndicatorId, defined));
        Assert.All(all, o => Assert.Equal(("reference/observations.csv", 64, true), (o.Load.FileName, o.Load.ContentHash.Length, o.Line > 1)));
        Assert.Equal(all.Count, all.Select(o => o.Line).Distinct().Count());
        Assert.Equal(2, all.Single(o => o.Key is { IndicatorId: "youth", AreaId: "PV22" }).Line);
    }

    [Fact]
    public async Task A_corrected_version_is_listed_only_when_asked_for()
    {
        await host.Database.ExecuteAsync(
            """
            insert into observation (indicator, area_id, period, breakdown, version, theme, label, value, value_numeric, unit, denominator, status, source_title, source_place, remark, scope, rank, line)
            select indicator, area_id, period, breakdown, 2, theme, label, '4.000', 4000, unit, denominator, status, source_title, source_place, remark, scope, rank, 0
            from observation where indicator = 'grant-yorneo'
            """);

        var current = Assert.Single(await WalkAsync(new() { IndicatorId = "grant-yorneo" }));
        var both = await WalkAsync(new() { IndicatorId = "grant-yorneo", IncludeSuperseded = true });

        Assert.Equal((2, "4000", true), (current.Version, current.Number, current.Current));
        Assert.Equal([(1, false), (2, true)], both.Select(o => (o.Version, o.Current)));
        await host.Database.ExecuteAsync("delete from observation where indicator = 'grant-yorneo' and version = 2");
    }

    [Fact]
    public async Task Youth_care_under_23_is_never_divided_by_youth_of_0_to_18()
    {
        await host.Database.ExecuteAsync(
            """
            insert into observation (indicator, area_id, period, breakdown, version, theme, label, value, value_numeric, unit, denominator, status, source_title, source_place, remark, scope, rank, line)
            values ('youth-in-care', 'PV22', '2021-01-01', '', 1, '', '', '13.000', 13000, 'persons', '', 'definitive', 'test', '', '', 'none', 1, 2)
            """);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Observations.ComputeRatioAsync(new()
        {
            Numerator = new() { IndicatorId = "youth-in-care", AreaId = "PV22", Period = "2021-01-01" },
            Denominator = new() { IndicatorId = "youth", AreaId = "PV22", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
        }));

        Assert.Equal((StatusCode.FailedPrecondition, "AGE_GROUPS_DIFFER"), (refused.StatusCode, Reason(refused)));
        await host.Database.ExecuteAsync("delete from observation where indicator = 'youth-in-care'");
    }

    [Fact]
    public async Task A_lower_bound_is_no_number_to_divide_by()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Observations.ComputeRatioAsync(new()
        {
            Numerator = new() { IndicatorId = "envedder-staff", AreaId = "JHRD", Period = "2022" },
            Denominator = new() { IndicatorId = "envedder-hours", AreaId = "JHRD", Period = "2022" },
        }));

        Assert.Equal((StatusCode.FailedPrecondition, "NOT_A_COUNT"), (refused.StatusCode, Reason(refused)));
    }

    [Fact]
    public async Task A_ratio_names_the_observations_that_it_was_made_of()
    {
        var answer = await Observations.ComputeRatioAsync(new()
        {
            Numerator = new() { IndicatorId = "youth", AreaId = "ZD", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
            Denominator = new() { IndicatorId = "youth", AreaId = "PV22", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
        });

        Assert.Equal("0.602649", answer.Ratio);
        Assert.Equal(["58780", "97536"], answer.Observations.Select(o => o.Number));
    }

    [Fact]
    public async Task An_unknown_indicator_and_a_missing_key_are_refused()
    {
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await Observations.ListObservationsAsync(new() { IndicatorId = "none" }));
        Assert.Equal((StatusCode.NotFound, "INDICATOR_UNKNOWN"), (unknown.StatusCode, Reason(unknown)));

        var missing = await Assert.ThrowsAsync<RpcException>(async () => await Observations.ComputeRatioAsync(new() { Numerator = new() { IndicatorId = "youth" } }));
        Assert.Equal(StatusCode.InvalidArgument, missing.StatusCode);
        Assert.Equal(
            ["denominator", "numerator.area_id", "numerator.period"],
            missing.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    private async Task<List<Observation>> WalkAsync(ListObservationsRequest request)
    {
        var all = new List<Observation>();
        request.PageSize = 7;
        do
        {
            var page = await Observations.ListObservationsAsync(request);
            all.AddRange(page.Observations);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static string Reason(RpcException refused) => refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;
}
