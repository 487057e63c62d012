using System.Net;
using System.Text;
using CsvHelper;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Exports;

public sealed class ExportTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task Every_figure_names_its_version_source_load_and_line()
    {
        var rows = Parse(await drenthe.Host.Http.GetByteArrayAsync(new Uri("/cijfers.rfc4180.csv", UriKind.Relative)));

        Assert.Equal(await drenthe.Host.Database.ScalarAsync<long>("select count(*) from observation"), rows.Count);
        Assert.All(rows, row => Assert.All(
            ["indicator_name", "area_name", "version", "source_title", "load_id", "file_name", "line"], name => Assert.NotEqual("", row[name])));
        var youth = Assert.Single(rows, row => row["indicator_id"] == "youth" && row["area_id"] == "PV22");
        Assert.Equal(("97536", "97.536", "reference/observations.csv", "2"), (youth["number"], youth["value"], youth["file_name"], youth["line"]));
    }

    [Theory]
    [InlineData("/cijfers.csv", "text/csv")]
    [InlineData("/cijfers.rfc4180.csv", "text/csv")]
    [InlineData("/cijfers.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/cijfers.json", "application/json")]
    public async Task A_file_has_the_same_bytes_twice_and_is_not_sent_again_to_whoever_has_it(string path, string type)
    {
        using var first = await drenthe.Host.Http.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await drenthe.Host.Http.SendAsync(request);

        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await drenthe.Host.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_caller_gets_the_file_in_pieces_with_its_hash()
    {
        var (header, file) = await ExportAsync(new() { Format = ExportFormat.DutchCsv, IndicatorId = "youth" });

        Assert.Equal(("cijfers.csv", 3), (header.FileName, header.FigureCount));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), header.ContentHash);
        Assert.Contains(";Jeugdigen;PV22;Drenthe;2021-01-01;0-18-jarigen;1;definitive;97536;persons;97.536;", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_indicator_is_refused_and_one_area_gives_its_figures_alone()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => ExportAsync(new() { Format = ExportFormat.Json, IndicatorId = "none" }));
        Assert.Equal((StatusCode.NotFound, "INDICATOR_UNKNOWN"), (refused.StatusCode, Refusals.Reason(refused)));

        var rows = Parse(await drenthe.Host.Http.GetByteArrayAsync(new Uri("/cijfers.rfc4180.csv?area=NMD", UriKind.Relative)));
        Assert.Equal("NMD", Assert.Single(rows.Select(row => row["area_id"]).Distinct()));
    }

    [Theory]
    [InlineData("/catalogus", "/cijfers.xlsx")]
    [InlineData("/catalogus/youth", "/cijfers.xlsx?indicator=youth")]
    public async Task The_catalogue_links_to_the_files(string page, string file) =>
        Assert.Contains($"href=\"{file}\"", await drenthe.Host.Http.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);

    private async Task<(ExportHeader Header, byte[] File)> ExportAsync(ExportObservationsRequest request)
    {
        using var call = new ExportService.ExportServiceClient(drenthe.Host.Host.Invoker(TestTokens.For(Roles.Council))).ExportObservations(request);
        using var file = new MemoryStream();
        ExportHeader? header = null;
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            header ??= part.Header;
            file.Write(part.Chunk.Span);
        }

        return (header!, file.ToArray());
    }

    private static List<Dictionary<string, string>> Parse(byte[] csv)
    {
        var lines = new List<Dictionary<string, string>>();
        using var reader = CsvReader.Create(csv);
        while (reader.Read())
            lines.Add(reader.Headers.ToDictionary(h => h, h => reader.GetString(h)));
        return lines;
    }
}
