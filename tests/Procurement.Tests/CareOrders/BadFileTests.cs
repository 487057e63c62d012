using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareFiles;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Files that are no messages, and streams that break off: the precise finding, or nothing at all. On a database of its own: rows are counted.</summary>
public sealed class BadFileTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private const string Bomb =
        "<!DOCTYPE Bericht [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><Bericht>&c;</Bericht>";

    private readonly CareFiles _files = new(host);

    public static TheoryData<string, string, string> Spoilt() => new()
    {
        { "geen XML", "XML01", "/" },
        { "", "XML01", "/" },
        { Bomb, "XML02", "/" },
        { "<Bericht xmlns=\"http://www.istandaarden.nl/ijw/3_1/jw305/schema\"/>", "XSD02", "/" },
        { "<html/>", "XSD01", "/" },
        { "\uFEFF" + Start("00009999"), "OP192-2", "/" },
        { Start("00009999").Replace("2026-01-12", "2026-06-31", StringComparison.Ordinal), "XSD15", "/Bericht/Client/StartProducten/StartProduct[1]/Begindatum" },
        { Start("00009999").Replace("<StatusAanlevering>1", "<StatusAanlevering>7", StringComparison.Ordinal), "XSD12", "/Bericht/Client/StartProducten/StartProduct[1]/StatusAanlevering" },
        { Start("00009999")[..^40], "XML01", "/Bericht" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_file_that_is_no_message_is_kept_with_what_is_wrong_and_where(string file, string rule, string path)
    {
        var answer = await _files.DeliverAsync(file);

        Assert.Equal((CareMessageOutcome.Unreadable, "", false), (answer.Message.Outcome, answer.Message.AnswerKind, answer.KnownAlready));
        Assert.Contains(answer.Findings, finding => finding.Rule == rule && finding.Path.StartsWith(path, StringComparison.Ordinal) && finding.Text.Length > 0);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_no_message()
    {
        var answer = await _files.DeliverAsync(Encoding.Unicode.GetBytes(Start("00009999")));

        Assert.Equal("OP192-1", Assert.Single(answer.Findings).Rule);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_its_bytes_beyond_the_limit_are_not_kept()
    {
        var large = Bytes(Claim("00009999", lines: 80_000));

        var answer = await _files.DeliverAsync(large);

        Assert.Equal((CareMessageOutcome.Unreadable, large.Length), (answer.Message.Outcome, (int)answer.Message.SizeBytes));
        Assert.Equal("OP179", Assert.Single(answer.Findings).Rule);
        var kept = await host.Database.ScalarAsync<long>($"select sum(length(sealed))::bigint from care_file_piece where file_id = '{answer.Message.Id}'");
        Assert.InRange(kept, 1, 26 * 1024 * 1024);
    }

    public static TheoryData<string, string, string> Streams() => new()
    {
        { "nothing", "CARE_FILE_HEADER_MISSING", "header" },
        { "no header", "CARE_FILE_HEADER_MISSING", "header" },
        { "header twice", "CARE_FILE_HEADER_TWICE", "header" },
        { "another digest", "CARE_FILE_DIGEST", "header.sha256" },
        { "cut off", "CARE_FILE_DIGEST", "header.sha256" },
        { "no digest", "INVALID_REQUEST", "header.sha256" },
        { "large piece", "INVALID_REQUEST", "chunk" },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_that_is_no_file_leaves_nothing(string what, string reason, string field)
    {
        var file = Bytes(Start(host.NewAgbCode()));
        var (header, chunk) = (new CareFileHeader { Sha256 = Sha256(file) }, ByteString.CopyFrom(file));
        DeliverCareMessageRequest[] pieces = what switch
        {
            "nothing" => [],
            "no header" => [new() { Chunk = chunk }],
            "header twice" => [new() { Header = header, Chunk = chunk }, new() { Header = header }],
            "another digest" => [new() { Header = new() { Sha256 = new string('0', 64) }, Chunk = chunk }],
            "cut off" => [new() { Header = header, Chunk = chunk.Span[..100].ToArray() is var part ? ByteString.CopyFrom(part) : chunk }],
            "no digest" => [new() { Header = new(), Chunk = chunk }],
            _ => [new() { Header = header, Chunk = ByteString.CopyFrom(new byte[(1024 * 1024) + 1]) }],
        };
        var rows = await _files.RowsAsync();

        using var call = _files.Region.DeliverCareMessage();
        foreach (var piece in pieces)
            await call.RequestStream.WriteOrEndAsync(piece, call.ResponseAsync);
        var refused = await Refused.ByAsync(() => EndAsync(call));

        Assert.Equal((StatusCode.InvalidArgument, reason), (refused.Code, refused.Reason));
        Assert.Contains(field, refused.Fields);
        Assert.Equal(rows, await _files.RowsAsync());
    }

    [Fact]
    public async Task A_piece_that_is_larger_than_the_service_reads_leaves_nothing()
    {
        var rows = await _files.RowsAsync();
        using var call = _files.Region.DeliverCareMessage();

        await call.RequestStream.WriteOrEndAsync(
            new() { Header = new() { Sha256 = new string('0', 64) }, Chunk = ByteString.CopyFrom(new byte[5 * 1024 * 1024]) }, call.ResponseAsync);
        var refused = await Refused.ByAsync(() => EndAsync(call));

        Assert.Equal(StatusCode.ResourceExhausted, refused.Code);
        Assert.Equal(rows, await _files.RowsAsync());
    }

    [Fact]
    public async Task A_caller_that_goes_away_leaves_nothing_and_the_file_can_come_again()
    {
        var file = Bytes(Start(host.NewAgbCode()) + new string('\n', 600_000));
        var rows = await _files.RowsAsync();
        using (var gone = new CancellationTokenSource())
        {
            using var call = _files.Region.DeliverCareMessage(cancellationToken: gone.Token);
            await call.RequestStream.WriteAsync(new() { Header = new() { Sha256 = Sha256(file) }, Chunk = ByteString.CopyFrom(file, 0, 500_000) }, CancellationToken.None);
            await Eventually.Holds("a first piece is being stored", async () =>
                await host.Database.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and query like '%care_file_piece%'") > 0);
            await gone.CancelAsync();
        }

        await Eventually.Holds("the transaction has ended", async () =>
            await host.Database.ScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'") == 0);
        Assert.Equal(rows, await _files.RowsAsync());
        var answer = await _files.DeliverAsync(file);
        Assert.Equal((CareMessageOutcome.Taken, false), (answer.Message.Outcome, answer.KnownAlready));
    }
}
