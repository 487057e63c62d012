using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Regio.Reporting.Charts;

namespace Regio.Reporting.Tests.Charts;

public sealed class ChartTests
{
    [Fact]
    public void Bars_are_as_long_as_their_values_from_zero_on()
    {
        var bars = Rects(BarChart.Of("b", "Proef", [new("Assen", 100, "100"), new("Emmen", 200, "200"), new("Meppel", null, "")]));

        Assert.Equal(2, bars.Count);
        Assert.Equal(bars[1].Width, 2 * bars[0].Width);
        Assert.Equal(bars[0].Left, bars[1].Left);
    }

    [Fact]
    public void A_bar_below_zero_goes_the_other_way()
    {
        var bars = Rects(BarChart.Of("b", "Proef", [new("Bij", 10, "10"), new("Af", -10, "-10")]));

        Assert.Equal(bars[0].Left, bars[1].Left + bars[1].Width);
    }

    [Fact]
    public void What_is_not_known_is_said_and_has_no_bar()
    {
        var chart = BarChart.Of("b", "Proef", [new("Assen", 1, "1"), new("Meppel", null, "geheim")]);

        Assert.Contains(">niet bekend<", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", chart, StringComparison.Ordinal);
        Assert.Equal("", BarChart.Of("b", "Proef", [new("Meppel", null, "")]));
    }

    [Fact]
    public void A_chart_is_read_aloud_as_its_title_and_what_is_in_it_and_names_are_only_text()
    {
        var chart = XElement.Parse(BarChart.Of("b", "Proef", [new("<script>", 1, "1")]));

        Assert.Equal("img", chart.Attribute("role")!.Value);
        Assert.All(chart.Attribute("aria-labelledby")!.Value.Split(' '), id => Assert.Contains(chart.Elements(), element => element.Attribute("id")?.Value == id));
        Assert.Contains(chart.Elements("text"), text => text.Value == "<script>");
        Assert.Empty(chart.Descendants("script"));
    }

    [Fact]
    public void Every_scale_holds_zero_and_all_values_with_few_round_steps() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), values =>
        {
            var numbers = values.Select(value => value / 100m).ToList();
            var scale = ChartScale.Of(numbers);
            var ticks = scale.Ticks.ToList();
            return numbers.Append(0).All(value => value >= scale.Low && value <= scale.High)
                && ticks.Count is >= 2 and <= 7 && ticks[0] == scale.Low && ticks[^1] == scale.High && ticks.Contains(0);
        }).QuickCheckThrowOnFailure();

    private static List<(decimal Left, decimal Width)> Rects(string chart) =>
        [.. XElement.Parse(chart).Elements("rect").Select(rect => (Number(rect, "x"), Number(rect, "width")))];

    private static decimal Number(XElement element, string name) => decimal.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
