using System.Globalization;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Traces;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Pages;

/// <summary>A page of traces.</summary>
public sealed record TracesView(TraceFilter Filter, string? Attribute, string? Milliseconds, string? Fault, TraceList Page, int Number)
{
    public const int Size = 100;

    public bool HasMore => (Number + 1) * Size < Page.Matching;

    /// <summary>How long a trace is beside the longest of this page, from 0 to 100.</summary>
    public double Share(TraceSummary trace)
    {
        var longest = Page.Traces.Max(other => other.Duration);
        return longest == TimeSpan.Zero ? 0 : trace.Duration / longest * 100;
    }

    /// <summary>The address of another page under the same filter.</summary>
    public string To(int number) => Link.To(
        Link.Traces,
        ("resource", Filter.Sender), ("name", Filter.Name), ("attribute", Attribute), ("milliseconds", Milliseconds),
        ("errors", Filter.OnlyErrors ? "true" : null), ("page", Link.Number(number)));
}

/// <summary>A span of another trace that belongs to this one, and in which direction.</summary>
public sealed record LinkedSpan(bool IsIncoming, TraceId TraceId, SpanId SpanId, SpanRecord? Other);

/// <summary>One trace with its log records and the span that is opened.</summary>
public sealed record TraceView(TraceId Id, SpanRecord First, Waterfall Waterfall, IReadOnlyList<LogRecord> Logs, IReadOnlyList<LinkedSpan> Linked, SpanRecord? Selected);

/// <summary>The list of traces, and the page of one.</summary>
internal static class TraceEndpoints
{
    private const int MostLogs = 1_000;

    public static void MapTraces(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Link.Traces, (TraceStore traces, string? resource, string? name, string? attribute, string? milliseconds, string? errors, string? page) =>
            new RazorComponentResult<TracesPage>(new { View = Find(traces, resource, name, attribute, milliseconds, errors, page) }));
        pages.MapGet(Link.Traces + "/detail/{id}", (TraceStore traces, LogStore logs, string id, string? spanId) => Open(traces, logs, TraceId.Parse(id), SpanId.Parse(spanId)) is { } view
            ? (IResult)new RazorComponentResult<TracePage>(new { View = view })
            : Frontend.NotFound("This trace is not held: it has not come in yet, or was dropped to make room."));
    }

    private static TracesView Find(TraceStore traces, string? resource, string? name, string? attribute, string? milliseconds, string? errors, string? page)
    {
        var (key, value) = TraceFilter.ParseTag(attribute);
        var (least, fault) = Duration(milliseconds);
        var filter = new TraceFilter
        {
            Sender = Query.Text(resource),
            Name = Query.Text(name),
            TagKey = key,
            TagValue = value,
            AtLeast = least,
            OnlyErrors = errors == "true",
        };
        var number = Query.Number(page);
        return new TracesView(filter, Query.Text(attribute), Query.Text(milliseconds), fault, traces.Find(filter, number * TracesView.Size, TracesView.Size), number);
    }

    private static (TimeSpan? Least, string? Fault) Duration(string? milliseconds)
    {
        if (Query.Text(milliseconds) is not { } text)
            return (null, null);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < TimeSpan.MaxValue.TotalMilliseconds
            ? (TimeSpan.FromMilliseconds(number), null)
            : (null, $"\"{text}\" is no number of milliseconds; write it as 250 or 0.5.");
    }

    private static TraceView? Open(TraceStore traces, LogStore logs, TraceId id, SpanId spanId)
    {
        var spans = traces.Get(id);
        if (spans.Count == 0)
            return null;
        var records = logs.Find(new LogFilter { TraceId = id }, 0, MostLogs).Records.Reverse().ToList();
        var waterfall = new Waterfall(spans, records);
        return new TraceView(id, waterfall.Rows[0].Span, waterfall, records, Linked(traces, id, spans), spans.FirstOrDefault(span => span.Id == spanId));
    }

    private static List<LinkedSpan> Linked(TraceStore traces, TraceId id, IReadOnlyList<SpanRecord> spans) =>
    [
        .. from span in spans
           from link in span.Links
           where link.TraceId != id
           select new LinkedSpan(IsIncoming: false, link.TraceId, link.SpanId, traces.Find(link.TraceId, link.SpanId)),
        .. traces.LinksTo(id).Select(incoming => new LinkedSpan(IsIncoming: true, incoming.From.TraceId, incoming.From.Id, incoming.From)),
    ];
}
