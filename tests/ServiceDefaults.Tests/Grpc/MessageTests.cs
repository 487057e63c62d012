using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Grpc;

public sealed class MessageTests
{
    [Fact]
    public async Task A_request_above_the_limit_is_refused_with_a_reason()
    {
        await using var host = await ProbeHost.StartAsync();
        var large = new AskRequest { Padding = ByteString.CopyFrom(new byte[4 * 1024 * 1024]) };

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(large));

        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task An_answer_above_the_limit_is_refused_with_a_reason()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => Task.FromResult(new AskResponse { Padding = ByteString.CopyFrom(new byte[16 * 1024 * 1024]) });

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest()));

        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (refusal.Code, refusal.Reason));
    }

    [Theory]
    [InlineData("Ask")]
    [InlineData("Tell")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task Bytes_that_are_no_message_are_refused_with_a_reason(string method)
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new InvalidOperationException("never reached");

        var refusal = await Refusal.Of(() => SendRawAsync(host, method, [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f]));

        Assert.Equal((StatusCode.InvalidArgument, "MESSAGE_MALFORMED"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task A_truncated_frame_is_refused_with_a_reason()
    {
        await using var host = await ProbeHost.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Running.GrpcAddress, "/regio.probe.v1.ProbeService/Ask"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 9, 1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(Roles.Finance));
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var details = Assert.Single(response.Headers.GetValues("grpc-status-details-bin"));
        Assert.Contains("MESSAGE_MALFORMED", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(details)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/regio.probe.v1.ProbeService/Nothing")]
    [InlineData("/regio.nothing.v1.NothingService/Ask")]
    public async Task An_unknown_method_is_refused_with_a_reason(string path)
    {
        await using var host = await ProbeHost.StartAsync();
        var slash = path.LastIndexOf('/');
        var method = new Method<byte[], byte[]>(MethodType.Unary, path[1..slash], path[(slash + 1)..], Marshallers.Create(b => b, b => b), Marshallers.Create(b => b, b => b));

        var refusal = await Refusal.Of(host.Running.CreateChannel().CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(), []));

        Assert.Equal((StatusCode.Unimplemented, "METHOD_UNKNOWN"), (refusal.Code, refusal.Reason));
    }

    /// <summary>Sends bytes as a message of one of the probe's methods.</summary>
    private static async Task SendRawAsync(ProbeHost host, string name, byte[] bytes)
    {
        var type = name switch { "Ask" => MethodType.Unary, "Tell" => MethodType.ServerStreaming, "Collect" => MethodType.ClientStreaming, _ => MethodType.DuplexStreaming };
        var raw = Marshallers.Create((byte[] value) => value, value => value);
        var method = new Method<byte[], byte[]>(type, "regio.probe.v1.ProbeService", name, raw, raw);
        var invoker = host.Running.CreateChannel(TestTokens.For(Roles.Finance)).CreateCallInvoker();
        var cancellation = TestContext.Current.CancellationToken;
        switch (type)
        {
            case MethodType.Unary:
                await invoker.AsyncUnaryCall(method, null, new CallOptions(), bytes);
                break;
            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(method, null, new CallOptions(), bytes))
                    await call.ResponseStream.ReadAllAsync(cancellation).CountAsync(cancellation);
                break;
            case MethodType.ClientStreaming:
                using (var call = invoker.AsyncClientStreamingCall(method, null, new CallOptions()))
                    await call.SendAsync(bytes);
                break;
            default:
                using (var call = invoker.AsyncDuplexStreamingCall(method, null, new CallOptions()))
                    await call.SendAsync(bytes, cancellation);
                break;
        }
    }
}
