using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Grpc.Core;
using Regio.Procurement.Regulator;
using Regio.Procurement.Tests.Contracts;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.Regulator;

/// <summary>The list of contracted providers of a year.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class RegulatorListTests(ProcurementHost host)
{
    private readonly RegulatorListService.RegulatorListServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public void A_tariff_is_listed_with_its_days_in_the_year()
    {
        var product = Drafts.Catalogue.Product("foster-care", "");
        var of = new ListedProduct("Yorneo", "00000001", Guid.Empty, "Pleegzorg", product);
        ListedTariff Tariff(DateOnly from, DateOnly? until) => new(of, "ZD", "", "", new Validity(from, until), Procurement.Catalogue.TariffUnit.Day, 51_23, Provisional: false);

        var rows = RegulatorList.Of(2026, [Tariff(new(2025, 7, 1), new(2026, 4, 1)), Tariff(new(2026, 4, 1), null)], [new ListedSpend(of, 7)]).Rows;

        Assert.Equal([("2026-01-01", "2026-04-01"), ("2026-04-01", "2027-01-01"), (null, null)], rows.Select(row => (row[13] as string, row[14] as string)));
        Assert.Equal([(5123m, null), (5123m, null), (null, 7m)], rows.Select(row => (row[16] as decimal?, row[18] as decimal?)));
    }

    [Fact]
    public async Task A_year_lists_each_tariff_of_a_contract_and_what_was_spent_on_it_to_the_cent()
    {
        var contract = await new CeilingDrafts(host).SignedAsync();
        await new CeilingDrafts(host).SpendAsync(contract.Id, 10_00, month: 3);
        await new CeilingDrafts(host).SpendAsync(contract.Id, 2_01, month: 4, alwaysPaid: true);

        var (header, file) = await DownloadAsync(2026, RegulatorListFormat.Csv);

        Assert.Equal(("gecontracteerde-aanbieders-2026.csv", Convert.ToHexStringLower(SHA256.HashData(file))), (header.FileName, header.ContentHash));
        var lines = Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(header.RowCount, lines.Length - 1);
        Assert.StartsWith("kind,provider_name,agb_code,contract_id,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                $"{contract.Id},Ambulante hulp Zuid-Drenthe,ambulatory-help,Ambulante behandeling of hulpverlening,5,45,,ZD,,,2026-01-01,2027-01-01,hour,9500,nee,",
                $"{contract.Id},Ambulante hulp Zuid-Drenthe,ambulatory-help,Ambulante behandeling of hulpverlening,5,45,,,,,,,,,,1201",
            ],
            lines.Where(line => line.Contains(contract.Id, StringComparison.Ordinal)).Select(line => line[line.IndexOf(contract.Id, StringComparison.Ordinal)..]));
        Assert.DoesNotContain(contract.Id, Encoding.UTF8.GetString((await DownloadAsync(2025, RegulatorListFormat.Csv)).File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_listed()
    {
        var draft = await host.DraftAsync();

        Assert.DoesNotContain(draft.Id, Encoding.UTF8.GetString((await DownloadAsync(2026, RegulatorListFormat.Csv)).File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_the_same_rows_with_numbers_as_numbers()
    {
        var contract = await new CeilingDrafts(host).SignedAsync();

        var (header, file) = await DownloadAsync(2026, RegulatorListFormat.Xlsx);

        Assert.Equal(("gecontracteerde-aanbieders-2026.xlsx", (await DownloadAsync(2026, RegulatorListFormat.Csv)).Header.RowCount), (header.FileName, header.RowCount));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var rows = ((WorksheetPart)workbook.WorkbookPart!.GetPartById(workbook.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!.Value!)).Worksheet.Descendants<Row>().ToList();
        Assert.Equal(header.RowCount + 1, rows.Count);
        var row = rows.Single(row => row.InnerText.Contains(contract.Id, StringComparison.Ordinal));
        var tariff = row.Elements<Cell>().Single(cell => cell.CellReference == string.Create(CultureInfo.InvariantCulture, $"Q{row.RowIndex}"));
        Assert.Equal((null, "9500"), (tariff.DataType?.Value, tariff.CellValue!.Text));
    }

    private async Task<(RegulatorListHeader Header, byte[] File)> DownloadAsync(int year, RegulatorListFormat format)
    {
        using var call = _rpcs.DownloadRegulatorList(new() { Year = year, Format = format });
        using var file = new MemoryStream();
        RegulatorListHeader? header = null;
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            header ??= part.Header;
            file.Write(part.Chunk.Span);
        }

        return (header!, file.ToArray());
    }
}
