using Microsoft.Extensions.DependencyInjection;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Tests.Figures;

public sealed class PublishedFiguresTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task A_second_start_loads_nothing_and_a_correction_becomes_a_version()
    {
        var loaded = await CountAsync();
        await LoadAsync();
        Assert.Equal(loaded, await CountAsync());

        await host.Database.ExecuteAsync("update observation set value = '97.535', value_numeric = 97535 where indicator = 'youth' and area_id = 'PV22'");
        await LoadAsync();

        Assert.Equal(loaded + 1, await CountAsync());
        Assert.Equal("97.535", await ValueAsync(version: 1));
        Assert.Equal("97.536", await ValueAsync(version: 2));
        var figure = Assert.Single((await host.Monitor.GetMonitorAsync(new())).Monitor.Figures, f => f is { Indicator: "youth", AreaId: "PV22" });
        Assert.Equal("97.536", figure.Value);
    }

    [Fact]
    public async Task Every_unit_has_a_Dutch_word()
    {
        var units = (await host.Database.ScalarAsync<string>("select string_agg(distinct unit, ',') from indicator"))!.Split(',');

        Assert.All(units.Where(unit => unit is not ("" or "euro")), unit => Assert.NotEqual(unit, Regio.Reporting.Pages.Dutch.Unit(unit)));
    }

    [Fact]
    public async Task A_start_reads_the_figures_that_come_with_the_service_and_not_all_there_are()
    {
        const int others = 5_000;
        await host.Database.ExecuteAsync(
            $"""
             insert into observation (indicator, area_id, period, breakdown, version, theme, label, value, value_numeric, unit, denominator, status, source_title, source_place, remark, scope, rank, line)
             select 'youth', 'PV22', '2021-01-01', 'deel=' || n, 1, '', '', '1', 1, 'persons', '', 'definitive', '', '', '', 'own', 100000, n from generate_series(1, {others}) n
             """);
        using var scope = host.Host.Services.CreateScope();
        var rows = FigureFiles.Observations();

        var known = await FigureLoader.KnownAsync(scope.ServiceProvider.GetRequiredService<ReportingDbContext>(), rows, TestContext.Current.CancellationToken);

        await host.Database.ExecuteAsync("delete from observation where breakdown like 'deel=%' and indicator = 'youth'");
        Assert.Equal(rows.Count, known.DistinctBy(o => (o.Indicator, o.AreaId, o.Period, o.Breakdown)).Count());
        Assert.DoesNotContain(known, o => o.Breakdown.StartsWith("deel=", StringComparison.Ordinal));
    }

    [Fact]
    public void Differences_between_sources_are_kept_as_published_with_a_remark()
    {
        var shortage = FigureFiles.Observations().Where(o => o.Indicator.StartsWith("staff-shortage", StringComparison.Ordinal)).ToList();

        decimal Of(string area, string period) => shortage.Single(o => o.Indicator == "staff-shortage" && o.AreaId == area && o.Period == period).ValueNumeric!.Value;
        Assert.Equal(-18_500, Of("PV20", "2031") + Of("PV21", "2031") + Of("PV22", "2031"));
        Assert.Equal(-18_600, Of("LD01", "2031"));
        Assert.Equal(-5_800, Of("PV20", "2022") + Of("PV21", "2022") + Of("PV22", "2022"));
        Assert.Equal(["3.000", "9.300", "ongeveer 3.300", "ruim 9.900"],
            shortage.Where(o => o.Indicator == "staff-shortage-elderly").Select(o => o.Value).Order(StringComparer.Ordinal));
        Assert.All(shortage.Where(o => o.Indicator != "staff-shortage" || (o.AreaId, o.Period) == ("LD01", "2031")), o => Assert.NotEqual("", o.Remark));
    }

    [Fact]
    public void Every_figure_is_about_a_known_area_in_a_known_unit()
    {
        var areas = FigureFiles.Areas().Select(a => a.Id).ToHashSet();

        Assert.All(FigureFiles.Observations(), o => Assert.Contains(o.AreaId, areas));
        Assert.All(FigureFiles.Observations(), o => Assert.Contains(o.Scope, new[] { "region", "all" }));
        Assert.All(FigureFiles.Observations(), o => Assert.Contains(o.Status, new[] { "definitive", "forecast", "calculated", "claim" }));
    }

    private Task<long> CountAsync() => host.Database.ScalarAsync<long>("select count(*) from observation");

    private Task<string?> ValueAsync(int version) => host.Database.ScalarAsync<string>(
        $"select value from observation where indicator = 'youth' and area_id = 'PV22' and version = {version}");

    private async Task LoadAsync()
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        await new FigureLoader(TimeProvider.System).LoadAsync(scope.ServiceProvider.GetRequiredService<ReportingDbContext>(), TestContext.Current.CancellationToken);
    }
}
