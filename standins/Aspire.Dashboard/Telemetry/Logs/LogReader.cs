using OpenTelemetry.Proto.Logs.V1;

namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>Makes log records of what was sent.</summary>
internal sealed class LogReader(TagReader tags, Senders senders, TimeProvider time)
{
    public List<LogRecord> Read(IReadOnlyCollection<ResourceLogs> batch)
    {
        var records = new List<LogRecord>();
        foreach (var resource in batch)
        {
            var sender = senders.Of(resource.Resource);
            foreach (var scope in resource.ScopeLogs)
            {
                var name = tags.Text(scope.Scope?.Name ?? "");
                foreach (var record in scope.LogRecords)
                    records.Add(Read(sender, name, record));
            }
        }

        return records;
    }

    private LogRecord Read(Sender sender, string scope, OpenTelemetry.Proto.Logs.V1.LogRecord record)
    {
        var read = tags.Read(record.Attributes);
        return new LogRecord
        {
            Time = TimeOf(record),
            Severity = SeverityOf(record.SeverityNumber),
            Sender = sender,
            Scope = scope.Length > 0 ? scope : Category(read),
            Message = MessageOf(record, read),
            TraceId = TraceId.From(record.TraceId),
            SpanId = SpanId.From(record.SpanId),
            Tags = read,
        };
    }

    private Moment TimeOf(OpenTelemetry.Proto.Logs.V1.LogRecord record)
    {
        if (record.TimeUnixNano > 0)
            return Moment.From(record.TimeUnixNano);
        return record.ObservedTimeUnixNano > 0 ? Moment.From(record.ObservedTimeUnixNano) : Moment.From(time.GetUtcNow());
    }

    private string MessageOf(OpenTelemetry.Proto.Logs.V1.LogRecord record, Tag[] read)
    {
        var body = tags.Value(record.Body);
        // A template that was sent without its text still says more than nothing.
        return body.Length > 0 ? body : read.FirstOrDefault(tag => tag.Key == "{OriginalFormat}").Value ?? record.EventName;
    }

    private static string Category(Tag[] read) => read.FirstOrDefault(tag => tag.Key == "logger.name").Value ?? "";

    private static Severity SeverityOf(int number) => number switch
    {
        >= 21 => Severity.Critical,
        >= 17 => Severity.Error,
        >= 13 => Severity.Warning,
        >= 9 => Severity.Information,
        >= 5 => Severity.Debug,
        >= 1 => Severity.Trace,
        _ => Severity.Information,
    };
}
