using System.Text;
using Google.Protobuf;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class SpendImportTests(ProcurementHost host)
{
    private const string Header = "Contract;Product;Municipality;Month;Amount;AlwaysPaid";

    private readonly CeilingDrafts _drafts = new(host);

    [Fact]
    public async Task A_file_counts_for_the_ceiling_and_the_same_file_again_changes_nothing()
    {
        var ceiling = await _drafts.ActiveAsync();
        string[] rows =
        [
            $"{ceiling.ContractId};ambulatory-help;GM0114;2026-03;60000,50;nee", $"{ceiling.ContractId};ambulatory-help;GM0109;2026-03;-0,5;nee",
            $"{ceiling.ContractId};ambulatory-help;GM0114;2026-03;12;ja",
        ];

        var first = await ImportAsync(rows);
        var again = await ImportAsync(rows);

        Assert.Equal((true, 3, 3, 0), (first.Stored, first.RowCount, first.TakenCount, first.RefusedCount));
        Assert.Equal(first, again);
        var counted = await _drafts.GetAsync(ceiling.Id);
        Assert.Equal((60_000_00L, 12_00L), (counted.CountedCents, counted.AlwaysPaidCents));
    }

    [Fact]
    public async Task Each_broken_row_is_reported_by_line_column_and_reason_and_nothing_of_the_file_is_stored()
    {
        var ceiling = await _drafts.ActiveAsync();
        var good = $"{ceiling.ContractId};ambulatory-help;GM0114;2026-03;60000;nee";
        string[] rows =
        [
            good, $"{NewId()};ambulatory-help;GM0114;2026-03;1;nee", $"{ceiling.ContractId};toverhulp;Emmen;2026-13;1.000,00;misschien", good,
            $"{ceiling.ContractId};ambulatory-help;GM0114;2024-12;1;nee", $"{ceiling.ContractId};ambulatory-help;GM0114;2026-04;99999999999999;nee",
        ];

        var report = await ImportAsync(rows);

        Assert.Equal((false, 6, 1, 5), (report.Stored, report.RowCount, report.TakenCount, report.RefusedCount));
        Assert.Equal(
            [
                (3, "Contract", "CONTRACT_UNKNOWN"), (4, "Product", "PRODUCT_UNKNOWN"), (4, "Municipality", "MUNICIPALITY_ID_INVALID"), (4, "Month", "MONTH_INVALID"),
                (4, "Amount", "NUMBER_INVALID"), (4, "AlwaysPaid", "YES_OR_NO_INVALID"), (5, "", "ROW_DOUBLE"), (6, "Month", "SPEND_BEFORE_CONTRACT"),
                (7, "Amount", "AMOUNT_OUT_OF_RANGE"),
            ],
            report.Faults.Select(fault => (fault.Line, fault.Column, fault.Reason)));
        Assert.All(report.Faults, fault => Assert.NotEmpty(fault.Message));
        Assert.Equal(0, (await _drafts.GetAsync(ceiling.Id)).CountedCents);
    }

    [Fact]
    public async Task What_is_right_of_a_file_is_stored_when_the_rest_may_be_skipped_and_nothing_in_a_preview()
    {
        var ceiling = await _drafts.ActiveAsync();
        string[] rows = [$"{ceiling.ContractId};ambulatory-help;GM0114;2026-03;60000;nee", $"{ceiling.ContractId};ambulatory-help;GM0114;2026-04;veel;nee"];

        Assert.False((await ImportAsync(rows, preview: true, skip: true)).Stored);
        Assert.Equal(0, (await _drafts.GetAsync(ceiling.Id)).CountedCents);
        var report = await ImportAsync(rows, skip: true);

        Assert.Equal((true, 1, 1), (report.Stored, report.TakenCount, report.RefusedCount));
        Assert.Equal(60_000_00, (await _drafts.GetAsync(ceiling.Id)).CountedCents);
    }

    [Theory]
    [InlineData("Contract,Product,Municipality,Month,Amount,AlwaysPaid\na,b,c,d,e,f", 1, "Contract", "COLUMN_MISSING")]
    [InlineData(Header + "\na;b", 2, "", "FILE_MALFORMED")]
    [InlineData(Header + "\n\"a;b;c;d;e;f", 2, "", "FILE_MALFORMED")]
    public async Task A_file_that_cannot_be_read_is_reported_and_not_stored_even_when_rows_may_be_skipped(string file, int line, string column, string reason)
    {
        var report = await _drafts.Rpcs.ImportSpendAsync(new() { RequestId = NewId(), Content = ByteString.CopyFromUtf8(file), SkipRefusedRows = true });

        Assert.False(report.Stored);
        Assert.Equal((line, column, reason), (report.Faults[0].Line, report.Faults[0].Column, report.Faults[0].Reason));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_reported()
    {
        var report = await _drafts.Rpcs.ImportSpendAsync(new()
        {
            RequestId = NewId(), Content = ByteString.CopyFrom([.. Encoding.ASCII.GetBytes(Header + "\nx;y;GM0114;2026-03;1;ne"), 0xE9]),
        });

        Assert.Equal((2, "ENCODING_BROKEN"), (report.Faults[0].Line, report.Faults[0].Reason));
    }

    [Fact]
    public async Task Rows_by_message_are_taken_where_they_are_right_and_named_where_they_are_not()
    {
        var ceiling = await _drafts.ActiveAsync();
        var broken = CeilingDrafts.Row(ceiling.ContractId, 1);
        broken.Month.Day = 2;

        var answer = await _drafts.Rpcs.RecordSpendAsync(new() { RequestId = NewId(), Rows = { CeilingDrafts.Row(ceiling.ContractId, 10), broken } });

        Assert.Equal(1, answer.Taken);
        var rejected = Assert.Single(answer.RejectedRows);
        Assert.Equal((1, "month", "MONTH_INVALID"), (rejected.Place, rejected.Field, rejected.Reason));
    }

    private async Task<ImportSpendResponse> ImportAsync(string[] rows, bool preview = false, bool skip = false) => await _drafts.Rpcs.ImportSpendAsync(new()
    {
        RequestId = NewId(), Content = ByteString.CopyFromUtf8(string.Join('\n', [Header, .. rows])), Preview = preview, SkipRefusedRows = skip,
    });
}
