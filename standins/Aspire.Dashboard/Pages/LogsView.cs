using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Pages;

/// <summary>A page of log records with the one that is opened.</summary>
public sealed record LogsView(LogFilter Filter, LogPage Page, int Number, LogRecord? Selected)
{
    public const int Size = 100;

    public bool HasMore => (Number + 1) * Size < Page.Matching;

    /// <summary>The address of another page, or record, under the same filter.</summary>
    public string To(int number, long? record = null) => Link.To(
        Link.Logs,
        ("resource", Filter.Sender),
        ("level", Filter.AtLeast == Severity.Trace ? null : Filter.AtLeast.ToString()),
        ("text", Filter.Text),
        ("traceId", Filter.TraceId.IsEmpty ? null : Filter.TraceId.ToString()),
        ("page", Link.Number(number)),
        ("record", record is { } id ? Show.Plain(id) : null));
}

/// <summary>The page of structured logs.</summary>
internal static class StructuredLogs
{
    public static void MapStructuredLogs(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Link.Logs, (LogStore logs, string? resource, string? level, string? text, string? traceId, string? page, string? record) =>
        {
            var filter = new LogFilter
            {
                Sender = Query.Text(resource),
                AtLeast = Enum.TryParse<Severity>(level, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : Severity.Trace,
                Text = Query.Text(text),
                TraceId = TraceId.Parse(traceId?.Trim()),
            };
            var number = Query.Number(page);
            var selected = Query.Long(record) is { } id ? logs.Get(id) : null;
            var view = new LogsView(filter, logs.Find(filter, number * LogsView.Size, LogsView.Size), number, selected);
            return new RazorComponentResult<LogsPage>(new { View = view });
        });
}

/// <summary>Reads what stands in an address; what makes no sense counts as absent.</summary>
internal static class Query
{
    private const int MostPages = 100_000;

    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static int Number(string? text) => Long(text) is { } number and >= 0 and < MostPages ? (int)number : 0;

    public static long? Long(string? text) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
