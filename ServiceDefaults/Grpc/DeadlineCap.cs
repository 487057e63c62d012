using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// Gives a call without deadline, or with one further away, the longest the service allows. It rewrites the request
/// header, so that the server engine itself cancels the call and answers DEADLINE_EXCEEDED.
/// Answers that are streams last as long as the caller wants.
/// </summary>
internal sealed class DeadlineCap(RequestDelegate next, IOptions<GrpcLimits> limits)
{
    private const string TimeoutHeader = "grpc-timeout";

    private readonly TimeSpan _longest = limits.Value.MaxDuration;
    private readonly StringValues _header = string.Create(CultureInfo.InvariantCulture, $"{(long)limits.Value.MaxDuration.TotalMilliseconds}m");

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type is MethodType.Unary or MethodType.ClientStreaming
            && !IsShorter(context.Request.Headers[TimeoutHeader].ToString()))
        {
            context.Request.Headers[TimeoutHeader] = _header;
        }

        return next(context);
    }

    /// <summary>A malformed timeout counts as none, as in the server engine.</summary>
    private bool IsShorter(string timeout)
    {
        if (timeout.Length is < 2 or > 9 || !long.TryParse(timeout.AsSpan(0, timeout.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;
        var ticks = timeout[^1] switch
        {
            'H' => value * TimeSpan.TicksPerHour,
            'M' => value * TimeSpan.TicksPerMinute,
            'S' => value * TimeSpan.TicksPerSecond,
            'm' => value * TimeSpan.TicksPerMillisecond,
            'u' => value * TimeSpan.TicksPerMicrosecond,
            'n' => value / TimeSpan.NanosecondsPerTick,
            _ => long.MaxValue,
        };
        return ticks < _longest.Ticks;
    }
}
