using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Tests.Security;

/// <summary>Calls that mean harm: each is refused, and the next right one is answered.</summary>
public sealed class HostileCallTests
{
    private const int Huge = 256 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ask", "gzip")]
    [InlineData("Ask", "deflate")]
    [InlineData("Tell", "gzip")]
    [InlineData("Collect", "gzip")]
    [InlineData("Chat", "gzip")]
    public async Task A_compressed_bomb_is_refused_before_it_has_unfolded(string method, string encoding)
    {
        await using var host = await ProbeHost.StartAsync();
        var bomb = await BombAsync(encoding);
        Assert.InRange(bomb.Length, 1, 4 * 1024 * 1024);

        var before = GC.GetTotalAllocatedBytes();
        var (code, reason) = await PostAsync(host, method, Frame(bomb, compressed: true), encoding);

        Assert.Equal(((int)StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (code, reason));
        Assert.True(GC.GetTotalAllocatedBytes() - before < Huge, "The bomb has unfolded.");
        await host.CreateClient().AskAsync(new AskRequest(), cancellationToken: Ct);
    }

    [Theory]
    [InlineData("Ask")]
    [InlineData("Tell")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task A_hundred_megabytes_are_refused_in_every_kind_of_call(string method)
    {
        await using var host = await ProbeHost.StartAsync();
        // The length alone: nothing of it has to be read to refuse it.
        var announced = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(announced.AsSpan(1), 100 * 1024 * 1024);

        var (code, reason) = await PostAsync(host, method, announced);

        Assert.Equal(((int)StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), (code, reason));
    }

    [Fact]
    public async Task An_honest_compressed_request_is_read()
    {
        await using var host = await ProbeHost.StartAsync();

        var answer = await host.CreateClient().AskAsync(
            new AskRequest { Subject = "text", Padding = ByteString.CopyFrom(new byte[1024 * 1024]) }, new Metadata { { "grpc-internal-encoding-request", "gzip" } }, cancellationToken: Ct);

        Assert.Equal("text", answer.Subject);
    }

    [Fact]
    public async Task Giant_metadata_end_the_call_and_not_the_service()
    {
        await using var host = await ProbeHost.StartAsync();

        await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().AskAsync(
            new AskRequest(), new Metadata { { "x-giant", new string('x', 1024 * 1024) } }, cancellationToken: Ct));

        await host.CreateClient().AskAsync(new AskRequest(), cancellationToken: Ct);
    }

    [Fact]
    public async Task What_a_caller_sends_cannot_add_a_line_to_the_answer()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (request, _) => throw new DomainException(
            new Rule("ECHO", RuleKind.Invalid, $"Not {request.Subject}.", "Nee."));

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await host.CreateClient().AskAsync(
            new AskRequest { Subject = "a\r\nx-evil: yes" }, cancellationToken: Ct));

        Assert.Equal("ECHO", exception.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.DoesNotContain(exception.Trailers, entry => entry.Key == "x-evil");
        Assert.Equal("Not a\r\nx-evil: yes.", exception.Status.Detail);
    }

    [Fact]
    public async Task Parts_nested_without_end_are_refused()
    {
        await using var host = await ProbeHost.StartAsync();
        var groups = Enumerable.Repeat((byte)0x7B, 100_000).ToArray();

        var (code, reason) = await PostAsync(host, "Ask", Frame(groups));

        Assert.Equal(((int)StatusCode.InvalidArgument, "MESSAGE_MALFORMED"), (code, reason));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public async Task Days_far_out_of_range_are_refused_by_their_field(int year)
    {
        await using var host = await ProbeHost.StartAsync();

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest { AsOf = new() { Year = year, Month = year, Day = year } }));

        Assert.Equal((StatusCode.InvalidArgument, "as_of"), (refusal.Code, Assert.Single(refusal.Fields)));
    }

    [Fact]
    public async Task Clients_that_say_nothing_keep_nobody_from_being_answered()
    {
        await using var host = await ProbeHost.StartAsync();
        var silent = new List<TcpClient>();
        for (var i = 0; i < 200; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, host.Running.GrpcAddress.Port, Ct);
            await client.GetStream().WriteAsync("PRI * HT"u8.ToArray(), Ct);
            silent.Add(client);
        }

        await host.CreateClient().AskAsync(new AskRequest(), deadline: TimeProvider.System.GetUtcNow().AddSeconds(30).UtcDateTime, cancellationToken: Ct);

        silent.ForEach(client => client.Dispose());
    }

    private static async Task<byte[]> BombAsync(string encoding)
    {
        using var bytes = new MemoryStream();
        await using (Stream stream = encoding == "gzip" ? new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true) : new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < Huge; written += zeros.Length)
                await stream.WriteAsync(zeros, Ct);
        }

        return bytes.ToArray();
    }

    private static byte[] Frame(byte[] message, bool compressed = false)
    {
        var frame = new byte[message.Length + 5];
        frame[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    // A call as it stands on the wire, which no gRPC client would make.
    private static async Task<(int Code, string Reason)> PostAsync(ProbeHost host, string method, byte[] body, string? encoding = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Running.GrpcAddress, $"/regio.probe.v1.ProbeService/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(Roles.Finance));
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (encoding is not null)
            request.Headers.Add("grpc-encoding", encoding);
        using var response = await client.SendAsync(request, Ct);
        await response.Content.ReadAsByteArrayAsync(Ct);
        var place = response.Headers.Contains("grpc-status-details-bin") ? response.Headers : response.TrailingHeaders;
        var details = Assert.Single(place.GetValues("grpc-status-details-bin"));
        var status = RpcStatus.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
        return (status.Code, status.GetDetail<ErrorInfo>()!.Reason);
    }
}
