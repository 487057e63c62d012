using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>
/// Gives each call to another service a deadline and, where it is made on behalf of a caller, the token of that caller,
/// so that a restriction travels along. What the code sets itself goes first.
/// </summary>
internal sealed class OutgoingCalls(IHttpContextAccessor http, IOptions<ServiceClientOptions> options, TimeProvider time) : Interceptor
{
    private const string Authorization = "authorization";

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Complete(context));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Complete(context));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Complete(context));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Complete(context));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Complete(context));

    private ClientInterceptorContext<TRequest, TResponse> Complete<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        var incoming = http.HttpContext;
        var call = context.Options.WithHeaders(Headers(context.Options.Headers, incoming));
        if (Deadline(context, incoming) is { } deadline)
            call = call.WithDeadline(deadline);
        return new(context.Method, context.Host, call);
    }

    private static Metadata Headers(Metadata? own, HttpContext? incoming)
    {
        var headers = new Metadata();
        foreach (var entry in own ?? [])
            headers.Add(entry);
        if (headers.Get(Authorization) is null && incoming?.Request.Headers.Authorization.ToString() is { Length: > 0 } token)
            headers.Add(Authorization, token);
        return headers;
    }

    /// <summary>The nearest of: what the code set, that of the call being answered, and for a call with one answer the usual one.</summary>
    private DateTime? Deadline<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, HttpContext? incoming)
        where TRequest : class
        where TResponse : class
    {
        var usual = context.Method.Type is MethodType.Unary or MethodType.ClientStreaming
            ? context.Options.Deadline ?? (time.GetUtcNow() + options.Value.Deadline).UtcDateTime
            : context.Options.Deadline;
        var caller = incoming?.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Deadline;
        return (usual, caller) switch
        {
            ({ } own, { } theirs) => own < theirs ? own : theirs,
            ({ } own, null) => own,
            (null, { } theirs) when theirs != DateTime.MaxValue => theirs,
            _ => null,
        };
    }
}
