using System.Diagnostics;
using Grpc.Core;
using Regio.Cli.Tokens;

namespace Regio.Cli.Calls;

/// <summary>An answer with the trace under which it can be found.</summary>
internal sealed record Answer<T>(T Value, string TraceId);

/// <summary>
/// Calls as any program of the region would make them: a token for the role, a deadline on every call,
/// and a trace of its own for each, so that the trace id is known without a telemetry library.
/// </summary>
internal sealed class Caller(string signingKey, TimeProvider time)
{
    // Long enough for the first call to a service that has only just started, on a machine with other work.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_tokenLifetime = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>Makes a call; a refusal becomes a <see cref="RefusedException"/>.</summary>
    public async Task<Answer<T>> AskAsync<T>(string role, Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        var headers = new Metadata
        {
            { "authorization", $"Bearer {TokenFor(role)}" },
            { "traceparent", $"00-{traceId}-{ActivitySpanId.CreateRandom().ToHexString()}-01" },
        };
        var options = new CallOptions(headers, (time.GetUtcNow() + s_deadline).UtcDateTime, cancellationToken);
        try
        {
            return new Answer<T>(await call(options), traceId);
        }
        catch (RpcException exception)
        {
            throw new RefusedException(Refusal.From(exception), traceId, exception);
        }
    }

    private string TokenFor(string role)
    {
        if (!_tokens.TryGetValue(role, out var token))
        {
            token = DevelopmentToken.Create(signingKey, new TokenHolder(role, "demo"), time.GetUtcNow(), s_tokenLifetime);
            _tokens.Add(role, token);
        }

        return token;
    }
}
