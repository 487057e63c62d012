using System.Net.Mime;
using System.Security.Cryptography;
using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Documents.Tables;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Regulator;

/// <summary>Sends the list of a year as a file, in pieces.</summary>
internal sealed class DownloadRegulatorList(RegulatorListReader reader)
{
    /// <summary>Bytes of a piece.</summary>
    public const int PieceBytes = 64 * 1024;

    public async Task RunAsync(DownloadRegulatorListRequest request, IServerStreamWriter<DownloadRegulatorListResponse> answer, CancellationToken ct)
    {
        var list = await reader.ReadAsync(request.Year, ct);
        var (file, ending, type) = request.Format == RegulatorListFormat.Csv
            ? (CsvFile.Write(list, dutch: false), ".csv", MediaTypeNames.Text.Csv + "; charset=utf-8; header=present")
            : (XlsxFile.Write(list), ".xlsx", XlsxFile.ContentType);
        var header = new RegulatorListHeader
        {
            FileName = list.Name + ending, ContentType = type, ContentHash = Convert.ToHexStringLower(SHA256.HashData(file)), RowCount = list.Rows.Count,
        };
        await answer.WriteAsync(new() { Header = header }, ct);
        for (var at = 0; at < file.Length; at += PieceBytes)
            await answer.WriteAsync(new() { Chunk = ByteString.CopyFrom(file, at, Math.Min(PieceBytes, file.Length - at)) }, ct);
    }
}

internal sealed class DownloadRegulatorListValidator : AbstractValidator<DownloadRegulatorListRequest>
{
    public DownloadRegulatorListValidator()
    {
        RuleFor(r => r.Year).InclusiveBetween(RequestRules.EarliestDay.Year, RequestRules.LatestDay.Year);
        RuleFor(r => r.Format).IsInEnum().NotEqual(RegulatorListFormat.Unspecified).WithMessage("Say how the file is to be written.");
    }
}
