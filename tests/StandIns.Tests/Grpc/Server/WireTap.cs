using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Regio.StandIns.Tests.Grpc.Server;

/// <summary>Keeps the request bytes of calls that carry a name, as they came over the wire.</summary>
internal sealed class WireTap
{
    public const string Header = "x-wire-tap";

    private readonly ConcurrentDictionary<string, byte[]> _requests = new(StringComparer.Ordinal);

    public byte[] RequestOf(string name) => _requests[name];

    internal sealed class Middleware(WireTap tap) : IMiddleware
    {
        public async Task InvokeAsync(HttpContext context, RequestDelegate next)
        {
            if (context.Request.Headers[Header].ToString() is { Length: > 0 } name)
            {
                var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                tap._requests[name] = body.ToArray();
                body.Position = 0;
                context.Request.Body = body;
            }

            await next(context);
        }
    }
}
