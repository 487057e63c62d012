using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc;

public sealed class CompressionTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>
{
    private const string CompressionRequest = "grpc-internal-encoding-request";
    private static readonly EchoMessage Large = new() { Text = new string('g', 100_000) };

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_request_crosses_the_wire_compressed(string encoding)
    {
        var name = $"{nameof(A_request_crosses_the_wire_compressed)}-{encoding}";
        using var channel = fixture.Server.OpenChannel();

        var answer = await new Echo.EchoClient(channel).SayAsync(Large, new global::Grpc.Core.Metadata
        {
            { CompressionRequest, encoding },
            { WireTap.Header, name },
        }, cancellationToken: Running.Test);

        var frame = fixture.Server.Wire.RequestOf(name);
        Assert.Equal(1, frame[0]);
        Assert.InRange(frame.Length, 6, 2_000);
        Assert.Equal(Large.Text, answer.Text);
    }

    [Fact]
    public async Task A_write_that_asks_for_none_is_not_compressed()
    {
        var name = nameof(A_write_that_asks_for_none_is_not_compressed);
        using var channel = fixture.Server.OpenChannel();
        var headers = new global::Grpc.Core.Metadata { { CompressionRequest, "gzip" }, { WireTap.Header, name } };

        await new Echo.EchoClient(channel).SayAsync(
            Large, new CallOptions(headers, writeOptions: new WriteOptions(WriteFlags.NoCompress)));

        Assert.Equal(0, fixture.Server.Wire.RequestOf(name)[0]);
    }

    [Fact]
    public async Task A_response_crosses_the_wire_compressed()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Server.Address, "/regio.tests.v1.Echo/Say"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frame(Large.ToByteArray())),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("te", "trailers");
        request.Headers.Add("grpc-accept-encoding", "gzip");

        using var response = await client.SendAsync(request, Running.Test);
        var frame = await response.Content.ReadAsByteArrayAsync(Running.Test);

        Assert.Equal(["gzip"], response.Headers.GetValues("grpc-encoding"));
        Assert.Equal(1, frame[0]);
        Assert.InRange(frame.Length, 6, 2_000);
        await using var unzipped = new GZipStream(new MemoryStream(frame, 5, frame.Length - 5), CompressionMode.Decompress);
        Assert.Equal(Large.Text, EchoMessage.Parser.ParseFrom(unzipped).Text);
    }

    private static byte[] Frame(byte[] message)
    {
        var frame = new byte[message.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }
}
