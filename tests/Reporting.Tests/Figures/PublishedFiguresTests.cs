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
