using System.Globalization;

namespace Aspire.Dashboard.Configuration;

/// <summary>How a door is kept.</summary>
internal enum AuthMode
{
    /// <summary>Everybody may come in.</summary>
    Unsecured,

    /// <summary>A person brings a token once and keeps a cookie.</summary>
    BrowserToken,

    /// <summary>A program sends a key with each call.</summary>
    ApiKey,
}

/// <summary>What the environment says, under the names of the official dashboard where it has them.</summary>
internal sealed record DashboardOptions
{
    public required IReadOnlyList<Uri> FrontendUrls { get; init; }

    /// <summary>Where OTLP comes in over gRPC; null when it does not.</summary>
    public required Uri? OtlpGrpcUrl { get; init; }

    /// <summary>Where OTLP comes in over HTTP; null when it does not.</summary>
    public required Uri? OtlpHttpUrl { get; init; }

    /// <summary>Where the app host tells of its resources; null without an app host.</summary>
    public required Uri? ResourceServiceUrl { get; init; }

    public required string? ResourceServiceApiKey { get; init; }

    public required AuthMode FrontendAuthMode { get; init; }

    public required string? BrowserToken { get; init; }

    /// <summary>Whether the token was made here, and not given.</summary>
    public required bool IsTokenOwn { get; init; }

    public required AuthMode OtlpAuthMode { get; init; }

    /// <summary>Keys that are accepted; a second one lets a key be changed without a gap.</summary>
    public required IReadOnlyList<string> OtlpApiKeys { get; init; }

    /// <summary>Addresses other than loopback are taken only when this is said.</summary>
    public required bool AllowRemote { get; init; }

    /// <summary>Where telemetry is kept between runs; null when it is not kept.</summary>
    public required string? StateFolder { get; init; }

    public required TelemetryLimits Limits { get; init; }

    public IEnumerable<Uri> AllUrls => [.. FrontendUrls, .. new[] { OtlpGrpcUrl, OtlpHttpUrl }.OfType<Uri>()];
}

/// <summary>How much is held. What goes beyond is dropped, oldest first, and counted.</summary>
internal sealed record TelemetryLimits
{
    /// <summary>Traces held.</summary>
    public int Traces { get; init; } = 10_000;

    /// <summary>Spans held of one trace.</summary>
    public int SpansPerTrace { get; init; } = 10_000;

    /// <summary>Log records held.</summary>
    public int Logs { get; init; } = 10_000;

    /// <summary>Points held of one line of an instrument.</summary>
    public int PointsPerSeries { get; init; } = 1_000;

    /// <summary>Lines held, over all instruments and resources.</summary>
    public int Series { get; init; } = 5_000;

    /// <summary>Attributes held of one span, record, event or link.</summary>
    public int Attributes { get; init; } = 128;

    /// <summary>Characters held of one value or text.</summary>
    public int TextLength { get; init; } = 16_384;

    /// <summary>Events and links held of one span.</summary>
    public int EventsPerSpan { get; init; } = 256;

    /// <summary>Estimated bytes of spans held, and as many again of log records and of points.</summary>
    public long BytesPerSignal { get; init; } = 96L * 1024 * 1024;

    /// <summary>Bytes of one request, before and after decompression.</summary>
    public int RequestBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes on disk for each of spans, log records and points.</summary>
    public long FileBytesPerSignal { get; init; } = 64L * 1024 * 1024;

    public static TelemetryLimits Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Dashboard:TelemetryLimits");
        var usual = new TelemetryLimits();
        return new TelemetryLimits
        {
            Traces = (int)Number(section, "MaxTraceCount", usual.Traces),
            SpansPerTrace = (int)Number(section, "MaxSpanCountPerTrace", usual.SpansPerTrace),
            Logs = (int)Number(section, "MaxLogCount", usual.Logs),
            PointsPerSeries = (int)Number(section, "MaxMetricsCount", usual.PointsPerSeries),
            Series = (int)Number(section, "MaxSeriesCount", usual.Series),
            Attributes = (int)Number(section, "MaxAttributeCount", usual.Attributes),
            TextLength = (int)Number(section, "MaxAttributeLength", usual.TextLength),
            EventsPerSpan = (int)Number(section, "MaxSpanEventCount", usual.EventsPerSpan),
            BytesPerSignal = Number(section, "MaxBytesPerSignal", usual.BytesPerSignal, long.MaxValue),
            RequestBytes = (int)Number(section, "MaxRequestBytes", usual.RequestBytes),
            FileBytesPerSignal = Number(section, "MaxFileBytesPerSignal", usual.FileBytesPerSignal, long.MaxValue),
        };
    }

    private static long Number(IConfigurationSection section, string name, long usual, long most = int.MaxValue)
    {
        if (section[name] is not { Length: > 0 } text)
            return usual;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
            return number;
        throw new ConfigurationException($"{section.Path}:{name} is \"{text}\"; it must be a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}.");
    }
}

/// <summary>The environment says something that cannot be; the message is for whoever set it.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
