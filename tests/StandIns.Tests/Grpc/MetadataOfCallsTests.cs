using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc;

public sealed class MetadataOfCallsTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>
{
    private static readonly byte[] EveryByte = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    [Fact]
    public async Task Text_and_bytes_come_back_in_headers_and_trailers()
    {
        using var channel = fixture.Server.OpenChannel();
        var sent = new global::Grpc.Core.Metadata
        {
            { "X-Text", "some text" },
            { "x-twice", "one" },
            { "x-twice", "two" },
            { "x-bytes-bin", EveryByte },
            { "x-nothing-bin", [] },
        };

        using var call = new Echo.EchoClient(channel).SayAsync(new EchoMessage(), sent, cancellationToken: Running.Test);
        var headers = await call.ResponseHeadersAsync;
        await call;

        foreach (var received in new[] { headers, call.GetTrailers() })
        {
            Assert.Equal("some text", received.GetValue("x-text"));
            // HTTP lets values of one name be joined on the way.
            Assert.Equal("one, two", string.Join(", ", received.GetAll("x-twice").Select(entry => entry.Value)));
            Assert.Equal(EveryByte, received.GetValueBytes("x-bytes-bin"));
            Assert.Equal([], received.GetValueBytes("x-nothing-bin")!);
            Assert.Null(received.Get("x-absent"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("sleutél")]
    [InlineData("new\nline")]
    public void A_key_with_other_characters_is_refused(string key) =>
        Assert.Throws<ArgumentException>(() => new global::Grpc.Core.Metadata.Entry(key, "value"));

    [Fact]
    public void Bytes_need_the_binary_suffix_and_text_must_not_have_it()
    {
        Assert.Throws<ArgumentException>(() => new global::Grpc.Core.Metadata.Entry("key", EveryByte));
        Assert.Throws<ArgumentException>(() => new global::Grpc.Core.Metadata.Entry("key-bin", "text"));
    }

    [Fact]
    public void The_shared_empty_metadata_cannot_be_changed() =>
        Assert.Throws<InvalidOperationException>(() => global::Grpc.Core.Metadata.Empty.Add("key", "value"));
}
