using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Regio.Reporting.V1;
using Regio.Testing;

namespace Regio.Reporting.Tests.Importing;

/// <summary>Files that are sent in over several calls.</summary>
internal static class SentFiles
{
    public const string Header = "Indicator;Area;Period;Breakdown;Value;Status\n";

    public static byte[] Of(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(Header + string.Join('\n', rows) + "\n");

    public static byte[] Of(int rows) =>
        Of(Enumerable.Range(1, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"coordination-staff;GM0106;2020;proef={row:000000};7;")));

    public static StartFileImportRequest Announce(byte[] file, string name = "groot.csv") => new()
    {
        RequestId = Guid.CreateVersion7().ToString("D"),
        Header = new() { Format = ImportFormat.ObservationsCsv, FileName = name, Source = new() { Title = "Proefbron", Place = "blad 1" } },
        Size = file.Length,
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(file)),
    };

    public static UploadFileRequest Piece(string id, byte[] file, long offset, int length) =>
        new() { Id = id, Offset = offset, Chunk = ByteString.CopyFrom(file.AsSpan((int)offset, (int)Math.Min(length, file.Length - offset))) };

    /// <summary>Sends all from an offset on.</summary>
    public static async Task<FileImport> UploadAsync(this ImportService.ImportServiceClient client, string id, byte[] file, long from = 0, int length = 64 * 1024)
    {
        using var call = client.UploadFile();
        return (await call.SendAsync(Pieces())).FileImport;

        IEnumerable<UploadFileRequest> Pieces()
        {
            for (var at = from; at < file.Length; at += length)
                yield return Piece(id, file, at, length);
        }
    }

    public static async Task<FileImport> EndOfAsync(this ImportService.ImportServiceClient client, string id)
    {
        FileImport import = new();
        await Eventually.Holds("the file is read in", async () =>
        {
            import = (await client.GetFileImportAsync(new() { Id = id })).FileImport;
            return import.State is FileImportState.Done or FileImportState.Failed;
        });
        return import;
    }
}
