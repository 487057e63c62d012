using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Pages;

/// <summary>The instruments of a resource, with the drawing or table of the one that is opened.</summary>
public sealed record MetricsView
{
    public const int MostLines = 12;

    public static readonly int[] Spans = [5, 15, 60, 360];

    public required string? Sender { get; init; }

    public required IReadOnlyList<InstrumentInfo> Instruments { get; init; }

    public required InstrumentInfo? Selected { get; init; }

    public required int Minutes { get; init; }

    public required bool IsTable { get; init; }

    /// <summary>An attribute that lines must have, as key=value.</summary>
    public required string? Tag { get; init; }

    /// <summary>The attributes that lines of the instrument have, for choosing one.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>Lines that were left out, since nobody can tell so many apart.</summary>
    public required int LeftOut { get; init; }

    public required Moment Since { get; init; }

    public required Moment Until { get; init; }

    public string Unit => Selected switch
    {
        null => "",
        { Kind: InstrumentKind.Counter, Unit: var unit } => Clean(unit) + "/s",
        { Unit: var unit } => Clean(unit),
    };

    public string To(InstrumentInfo? instrument, bool? table = null) => Link.To(
        Link.Metrics,
        ("resource", Sender), ("meter", instrument?.Id.Meter), ("instrument", instrument?.Id.Name),
        ("minutes", Show.Plain(Minutes)), ("view", table ?? IsTable ? "table" : null),
        ("attribute", instrument == Selected ? Tag : null));

    /// <summary>The curly brackets of UCUM only say that the unit is a word.</summary>
    private static string Clean(string unit) => unit == "1" ? "" : unit.Trim('{', '}');
}

/// <summary>The page of metrics.</summary>
internal static class MetricEndpoints
{
    private const int Slots = 120;

    public static void MapMetrics(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Link.Metrics, (MetricStore metrics, Senders senders, TimeProvider time, string? resource, string? meter, string? instrument, string? minutes, string? view, string? attribute) =>
        {
            var sender = Query.Text(resource) ?? senders.Names.FirstOrDefault(name => metrics.Instruments(name).Count > 0);
            var instruments = sender is null ? [] : metrics.Instruments(sender);
            var selected = instruments.FirstOrDefault(info => info.Id.Name == instrument && (meter is null || info.Id.Meter == meter));
            var span = MetricsView.Spans.FirstOrDefault(span => span == Query.Number(minutes), MetricsView.Spans[1]);
            var until = Moment.From(time.GetUtcNow());
            var since = Moment.From(time.GetUtcNow() - TimeSpan.FromMinutes(span));
            var all = selected is null ? [] : metrics.Read(selected.Id, since);
            var chosen = all.Where(series => Query.Text(attribute) is not { } tag || series.Tags.Any(t => Text(t) == tag)).ToList();
            var lines = selected is null ? [] : Read(selected, chosen, since, TimeSpan.FromMinutes(span) / Slots);
            return new RazorComponentResult<MetricsPage>(new
            {
                View = new MetricsView
                {
                    Sender = sender,
                    Instruments = instruments,
                    Selected = selected,
                    Minutes = span,
                    IsTable = view == "table",
                    Tag = Query.Text(attribute),
                    Tags = [.. all.SelectMany(series => series.Tags).Select(Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    Lines = [.. lines.Take(MetricsView.MostLines)],
                    LeftOut = Math.Max(0, lines.Count - MetricsView.MostLines),
                    Since = since,
                    Until = until,
                },
            });
        });

    private static List<ChartLine> Read(InstrumentInfo instrument, List<Series> series, Moment since, TimeSpan slot)
    {
        if (instrument.Kind == InstrumentKind.Histogram)
            return [.. Lines.OfHistograms(instrument, series, since, slot)];
        // The largest are what people look for when not all can be shown.
        return [.. Lines.OfNumbers(instrument, series, since).Where(line => line.Points.Count > 0)
            .OrderByDescending(line => line.Points.Max(point => Math.Abs(point.Value)))];
    }

    private static string Text(Tag tag) => $"{tag.Key}={tag.Value}";
}
