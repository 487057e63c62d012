using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Regio.ServiceDefaults.Security;

namespace Regio.Testing.Rpcs;

/// <summary>An rpc that a service has mapped, called by bytes, so that one caller does for all.</summary>
/// <param name="Method">Its descriptor.</param>
/// <param name="Policy">The policy that it names.</param>
public sealed record Rpc(MethodDescriptor Method, AccessPolicy Policy)
{
    /// <summary>How long an answer may take that must come.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    // A watch that has been accepted says nothing until something happens.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    public string Name => $"{Method.Service.Name}/{Method.Name}";

    public MessageDescriptor Request => Method.InputType;

    /// <summary>Whether it may change something: what comes in pieces, and what has an id so that it can be repeated.</summary>
    public bool IsWrite => Method.IsClientStreaming || Request.FindFieldByName("request_id") is not null;

    public bool IsStream => Method.IsServerStreaming;

    public Task<RpcAnswer> CallAsync(CallInvoker invoker, IMessage request, TimeSpan? deadline = null) =>
        CallAsync(invoker, request.ToByteArray(), deadline);

    public async Task<RpcAnswer> CallAsync(CallInvoker invoker, byte[] request, TimeSpan? deadline = null)
    {
        var end = TimeProvider.System.GetUtcNow() + (deadline ?? (IsStream ? Silence : LongestWait));
        var options = new CallOptions(deadline: end.UtcDateTime);
        try
        {
            return RpcAnswer.Ok(await SendAsync(invoker, options, request));
        }
        catch (RpcException refused) when (IsStream && refused.StatusCode == StatusCode.DeadlineExceeded)
        {
            return RpcAnswer.Ok([]);
        }
        catch (RpcException refused)
        {
            return RpcAnswer.Of(refused);
        }
    }

    public override string ToString() => Name;

    private async Task<byte[]> SendAsync(CallInvoker invoker, CallOptions options, byte[] request)
    {
        var method = new Method<byte[], byte[]>(Type, Method.Service.FullName, Method.Name, Bytes, Bytes);
        switch (Type)
        {
            case MethodType.Unary:
                return await invoker.AsyncUnaryCall(method, host: null, options, request);
            case MethodType.ClientStreaming:
                using (var upload = invoker.AsyncClientStreamingCall(method, host: null, options))
                    return await upload.SendAsync(request);
            case MethodType.ServerStreaming:
                using (var watch = invoker.AsyncServerStreamingCall(method, host: null, options, request))
                    return await FirstAsync(watch.ResponseStream);
            default:
                using (var both = invoker.AsyncDuplexStreamingCall(method, host: null, options))
                {
                    var first = FirstAsync(both.ResponseStream);
                    if (await both.RequestStream.WriteOrEndAsync(request, first))
                        await both.RequestStream.CompleteOrEndAsync();
                    return await first;
                }
        }
    }

    private static async Task<byte[]> FirstAsync(IAsyncStreamReader<byte[]> stream) =>
        await stream.MoveNext(CancellationToken.None) ? stream.Current : [];

    private MethodType Type => (Method.IsClientStreaming, Method.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (true, false) => MethodType.ClientStreaming,
        (false, true) => MethodType.ServerStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };
}
