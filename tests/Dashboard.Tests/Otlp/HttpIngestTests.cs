using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using Google.Protobuf;
using Google.Rpc;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Otlp;

public sealed class HttpIngestTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(("Dashboard:TelemetryLimits:MaxRequestBytes", "100000"));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_with_the_key_is_taken_plain_or_zipped(bool zipped)
    {
        using var answer = await SendAsync(Batch(), zipped);

        Assert.Equal((HttpStatusCode.OK, "application/x-protobuf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(1, _host.Get<TraceStore>().Held.Spans);
    }

    [Fact]
    public Task Without_the_key_nothing_is_taken() =>
        AssertRefusedAsync(Batch(), HttpStatusCode.Unauthorized, Code.Unauthenticated, key: "key-of-another-run");

    [Fact]
    public Task A_malformed_batch_is_refused() =>
        AssertRefusedAsync([0xff, 0xff, 0xff, 0xff], HttpStatusCode.BadRequest, Code.InvalidArgument);

    [Fact]
    public Task A_body_that_only_says_it_is_zipped_is_refused() =>
        AssertRefusedAsync(Batch(), HttpStatusCode.BadRequest, Code.InvalidArgument, encoding: "gzip");

    [Fact]
    public Task Another_encoding_is_refused() =>
        AssertRefusedAsync(Batch(), HttpStatusCode.UnsupportedMediaType, Code.InvalidArgument, encoding: "br");

    [Fact]
    public Task Another_content_type_is_refused() =>
        AssertRefusedAsync(Batch(), HttpStatusCode.UnsupportedMediaType, Code.InvalidArgument, type: "application/json");

    [Fact]
    public Task A_body_that_is_too_large_is_refused() =>
        AssertRefusedAsync(new byte[200_000], HttpStatusCode.RequestEntityTooLarge, Code.ResourceExhausted);

    [Fact]
    public Task A_few_bytes_that_stand_for_very_many_are_refused() =>
        AssertRefusedAsync(Zip(new byte[50_000_000]), HttpStatusCode.RequestEntityTooLarge, Code.ResourceExhausted, encoding: "gzip");

    private static byte[] Batch() => Samples.Traces("a", Samples.Span(1, 1, 0, "work", 0, 1)).ToByteArray();

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal))
            zip.Write(bytes);
        return zipped.ToArray();
    }

    private async Task AssertRefusedAsync(
        byte[] body, HttpStatusCode status, Code code, string? encoding = null, string type = "application/x-protobuf", string key = DashboardHost.Key)
    {
        using var answer = await SendAsync(body, zipped: false, encoding, type, key);

        Assert.Equal(status, answer.StatusCode);
        var problem = Status.Parser.ParseFrom(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(code, (Code)problem.Code);
        Assert.NotEmpty(problem.Message);
        Assert.Equal((0, 1), (_host.Get<TraceStore>().Held.Traces, _host.Drops[Drop.Requests]));
    }

    private async Task<HttpResponseMessage> SendAsync(
        byte[] body, bool zipped, string? encoding = null, string type = "application/x-protobuf", string key = DashboardHost.Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.OtlpHttp, "/v1/traces"));
        request.Content = new ByteArrayContent(zipped ? Zip(body) : body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (zipped || encoding is not null)
            request.Content.Headers.ContentEncoding.Add(encoding ?? "gzip");
        request.Headers.Add("x-otlp-api-key", key);
        return await _client.SendAsync(request);
    }
}
