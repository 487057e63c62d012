using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Resource.V1;
using OpenTelemetry.Proto.Trace.V1;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// How many spans the dashboard takes in each second beside the running suite, its senders on the same processors, and
/// whether it stays as large as it is once its limits are reached.
/// </summary>
internal sealed class DashboardIntake : IRow
{
    private const string ApiKey = "benchmark";
    private const int Senders = 4;
    private const int SpansOfBatch = 512;
    private const int FirstBatches = 80;
    private const double LeastPerSecond = 20_000;
    private const double Mebibyte = 1024 * 1024;
    private static readonly Bound s_rate = Bound.AtLeast(1);
    private static readonly Bound s_growth = Bound.AtMost(1.5);

    private static readonly Method<byte[], byte[]> s_export = new(
        MethodType.Unary,
        "opentelemetry.proto.collector.trace.v1.TraceService",
        "Export",
        Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes),
        Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes));

    public string Name => "dashboard";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var (frontend, otlp) = (ServerProcess.FreePort(), ServerProcess.FreePort());
        await using var dashboard = ServerProcess.Start(Suite.Assembly("Dashboard"), [], Environment(frontend, otlp));
        await dashboard.WaitUntilHealthyAsync(new Uri($"{Suite.Loopback(frontend)}/alive"), cancellationToken);
        using var channel = GrpcChannel.ForAddress(Suite.Loopback(otlp), new GrpcChannelOptions { MaxSendMessageSize = null });

        Console.WriteLine($"  {FirstBatches * SpansOfBatch * Senders} spans to fill it, then as many as it takes in {plan.Round * plan.Rounds}");
        await SendAsync(channel, FirstBatches, TimeSpan.MaxValue, cancellationToken);
        var full = dashboard.ResidentBytes / Mebibyte;
        var rate = await SendAsync(channel, int.MaxValue, plan.Round * plan.Rounds, cancellationToken);
        return
        [
            new Outcome(Name, "/s", "spans taken in", "at least", rate, LeastPerSecond, s_rate),
            new Outcome(Name, "MiB", "resident memory at the end", "when first full", dashboard.ResidentBytes / Mebibyte, full, s_growth),
        ];
    }

    /// <summary>Spans per second.</summary>
    private static async Task<double> SendAsync(GrpcChannel channel, int batches, TimeSpan duration, CancellationToken cancellationToken)
    {
        var invoker = channel.CreateCallInvoker();
        var options = new CallOptions(new Metadata { { "x-otlp-api-key", ApiKey } }, cancellationToken: cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var sent = await Task.WhenAll(Enumerable.Range(1, Senders).Select(sender => Task.Run(
            async () =>
            {
                var number = 0;
                for (; number < batches && Stopwatch.GetElapsedTime(started) < duration; number++)
                    EnsureTaken(await invoker.AsyncUnaryCall(s_export, host: null, options, Batch(sender)));
                return number;
            },
            cancellationToken)));
        return sent.Sum() * SpansOfBatch / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>What is refused would be fast, and no intake.</summary>
    private static void EnsureTaken(byte[] answer)
    {
        if (ExportTraceServiceResponse.Parser.ParseFrom(answer).PartialSuccess is { RejectedSpans: > 0 } refused)
            throw new InvalidOperationException($"The dashboard refused {refused.RejectedSpans} spans of a batch: {refused.ErrorMessage}");
    }

    /// <summary>Spans as a service sends them: four to a trace, with the usual attributes.</summary>
    private static byte[] Batch(int sender)
    {
        var now = (ulong)(TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds * 1_000_000;
        var spans = new ScopeSpans { Scope = new InstrumentationScope { Name = "Benchmarks" } };
        var trace = ByteString.Empty;
        for (var number = 0; number < SpansOfBatch; number++)
        {
            if (number % 4 == 0)
                trace = ByteString.CopyFrom(Guid.NewGuid().ToByteArray());
            spans.Spans.Add(Span(trace, now));
        }

        var resource = new Resource { Attributes = { Tag("service.name", $"sender-{sender}") } };
        return new ExportTraceServiceRequest { ResourceSpans = { new ResourceSpans { Resource = resource, ScopeSpans = { spans } } } }.ToByteArray();
    }

    private static Span Span(ByteString trace, ulong now) => new()
    {
        TraceId = trace,
        SpanId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray().AsSpan(0, 8)),
        Name = "regio.municipalities.v1.MunicipalityService/GetMunicipality",
        Kind = OpenTelemetry.Proto.Trace.V1.Span.Types.SpanKind.Server,
        StartTimeUnixNano = now,
        EndTimeUnixNano = now + 3_000_000,
        Attributes =
        {
            Tag("rpc.system", "grpc"), Tag("rpc.service", "regio.municipalities.v1.MunicipalityService"), Tag("rpc.method", "GetMunicipality"),
            Tag("rpc.grpc.status_code", "0"), Tag("server.address", "127.0.0.1"), Tag("server.port", "5101"), Tag("network.protocol.version", "2"),
        },
    };

    private static KeyValue Tag(string key, string value) => new() { Key = key, Value = new AnyValue { StringValue = value } };

    private static Dictionary<string, string> Environment(int frontend, int otlp) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_URLS"] = Suite.Loopback(frontend),
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Suite.Loopback(otlp),
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = Suite.Loopback(ServerProcess.FreePort()),
        ["Dashboard__Frontend__AuthMode"] = "BrowserToken",
        ["Dashboard__Frontend__BrowserToken"] = "benchmark",
        ["Dashboard__Otlp__AuthMode"] = "ApiKey",
        ["Dashboard__Otlp__PrimaryApiKey"] = ApiKey,
        ["Dashboard__KeepTelemetry"] = "false",
    };
}
