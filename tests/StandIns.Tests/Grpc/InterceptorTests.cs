using Grpc.Core;
using Grpc.Core.Interceptors;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc;

public sealed class InterceptorTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>, IDisposable
{
    private readonly global::Grpc.Net.Client.GrpcChannel _channel = fixture.Server.OpenChannel();
    private readonly List<string> _seen = [];

    private Echo.EchoClient Client => new(_channel.Intercept(new NotingInterceptor("outer", _seen), new NotingInterceptor("inner", _seen)));

    [Fact]
    public void A_blocking_call_passes_all_interceptors_from_the_outside_in()
    {
        Client.Say(new EchoMessage(), cancellationToken: Running.Test);

        Assert.Equal(["outer blocking", "inner blocking"], _seen);
    }

    [Fact]
    public async Task A_unary_call_passes_all_interceptors()
    {
        using var call = Client.SayAsync(new EchoMessage { Text = "x" }, cancellationToken: Running.Test);
        await call;

        Passed("unary", call.GetTrailers());
    }

    [Fact]
    public async Task A_client_stream_passes_all_interceptors()
    {
        using var call = Client.Collect(cancellationToken: Running.Test);
        await call.RequestStream.CompleteAsync();
        await call;

        Passed("client streaming", call.GetTrailers());
    }

    [Fact]
    public async Task A_server_stream_passes_all_interceptors()
    {
        using var call = Client.Repeat(new EchoMessage { Times = 1 }, cancellationToken: Running.Test);
        Assert.Single(await call.ResponseStream.ReadAllAsync(Running.Test)
            .ToListAsync(Running.Test));

        Passed("server streaming", call.GetTrailers());
    }

    [Fact]
    public async Task A_duplex_call_passes_all_interceptors()
    {
        using var call = Client.Chat(cancellationToken: Running.Test);
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Running.Test));

        Passed("duplex", call.GetTrailers());
    }

    [Fact]
    public async Task Metadata_can_be_added_to_every_call_without_changing_that_of_the_caller()
    {
        var own = new global::Grpc.Core.Metadata { { "x-own", "1" } };
        var client = new Echo.EchoClient(_channel.Intercept(metadata =>
        {
            metadata.Add("x-added", "2");
            return metadata;
        }));

        using var call = client.SayAsync(new EchoMessage(), own, cancellationToken: Running.Test);
        var headers = await call.ResponseHeadersAsync;

        Assert.Equal("1", headers.GetValue("x-own"));
        Assert.Equal("2", headers.GetValue("x-added"));
        Assert.Single(own);
    }

    public void Dispose() => _channel.Dispose();

    private void Passed(string kind, global::Grpc.Core.Metadata trailers)
    {
        Assert.Equal([$"outer {kind}", $"inner {kind}"], _seen);
        Assert.Equal(kind, trailers.GetValue(NotingServerInterceptor.Trailer));
    }

    private sealed class NotingInterceptor(string name, List<string> seen) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} blocking");
            return continuation(request, context);
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} unary");
            return continuation(request, context);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} server streaming");
            return continuation(request, context);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} client streaming");
            return continuation(context);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} duplex");
            return continuation(context);
        }
    }
}
