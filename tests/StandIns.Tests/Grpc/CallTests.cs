using Grpc.Core;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc;

public sealed class CallTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>, IDisposable
{
    private readonly global::Grpc.Net.Client.GrpcChannel _channel = fixture.Server.OpenChannel();

    private Echo.EchoClient Client => new(_channel);

    [Fact]
    public async Task A_unary_call_gets_its_answer()
    {
        using var call = Client.SayAsync(new EchoMessage { Text = "één" }, cancellationToken: Running.Test);

        Assert.Equal("één", (await call).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void A_blocking_call_gets_its_answer() =>
        Assert.Equal("stil", Client.Say(new EchoMessage { Text = "stil" }, cancellationToken: Running.Test).Text);

    [Fact]
    public async Task A_client_stream_is_collected_into_one_answer()
    {
        using var call = Client.Collect(cancellationToken: Running.Test);
        foreach (var text in new[] { "a", "b", "c" })
            await call.RequestStream.WriteAsync(new EchoMessage { Text = text }, Running.Test);
        await call.RequestStream.CompleteAsync();

        var answer = await call;

        Assert.Equal("a b c", answer.Text);
        Assert.Equal(3, answer.Times);
    }

    [Fact]
    public async Task A_server_stream_arrives_whole_and_in_order()
    {
        using var call = Client.Repeat(new EchoMessage { Text = "x", Times = 1000 }, cancellationToken: Running.Test);

        var times = await call.ResponseStream.ReadAllAsync(Running.Test)
            .Select(message => message.Times).ToListAsync(Running.Test);

        Assert.Equal(Enumerable.Range(1, 1000), times);
    }

    [Fact]
    public async Task Both_sides_of_a_duplex_call_take_turns()
    {
        using var call = Client.Chat(cancellationToken: Running.Test);
        foreach (var text in new[] { "ja", "nee" })
        {
            await call.RequestStream.WriteAsync(new EchoMessage { Text = text }, Running.Test);
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal($"re: {text}", call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        var name = nameof(A_deadline_ends_the_call_on_both_sides);
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(3).UtcDateTime;

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client.WaitAsync(
                new EchoMessage { Text = name }, deadline: deadline, cancellationToken: Running.Test));

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.Equal(deadline, await fixture.Server.Observations.DeadlineSeenBy(name), TimeSpan.FromSeconds(2));
        await fixture.Server.Observations.CancellationSeenBy(name);
    }

    [Fact]
    public async Task Without_a_deadline_the_server_sees_none()
    {
        var name = nameof(Without_a_deadline_the_server_sees_none);
        using var call = Client.WaitAsync(new EchoMessage { Text = name }, cancellationToken: Running.Test);

        Assert.Equal(DateTime.MaxValue, await fixture.Server.Observations.DeadlineSeenBy(name));
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_on_the_server()
    {
        var name = nameof(A_cancelled_call_is_cancelled_on_the_server);
        using var cancellation = new CancellationTokenSource();
        using var call = Client.WaitAsync(new EchoMessage { Text = name }, cancellationToken: cancellation.Token);
        await fixture.Server.Observations.DeadlineSeenBy(name);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        await fixture.Server.Observations.CancellationSeenBy(name);
    }

    [Fact]
    public async Task A_disposed_call_is_cancelled_on_the_server()
    {
        var name = nameof(A_disposed_call_is_cancelled_on_the_server);
        var call = Client.WaitAsync(new EchoMessage { Text = name }, cancellationToken: Running.Test);
        await fixture.Server.Observations.DeadlineSeenBy(name);

        call.Dispose();

        await fixture.Server.Observations.CancellationSeenBy(name);
    }

    [Fact]
    public async Task A_method_that_does_not_exist_is_unimplemented()
    {
        var method = new Method<EchoMessage, EchoMessage>(
            MethodType.Unary,
            Echo.Descriptor.FullName,
            "Nothing",
            Marshallers.Create(_ => Array.Empty<byte>(), _ => new EchoMessage()),
            Marshallers.Create(_ => Array.Empty<byte>(), _ => new EchoMessage()));

        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, new EchoMessage());

        var error = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    public void Dispose() => _channel.Dispose();
}
