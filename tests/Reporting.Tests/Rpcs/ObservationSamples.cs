using Google.Protobuf;
using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests about figures and their import, for the table over all rpcs.</summary>
internal sealed class ObservationSamples(ReportingHost host) : ISampleRequests
{
    private static readonly string Hash = new('0', 64);

    public void AddTo(Samples samples) => samples
        .Add(() => new ListObservationsRequest { IndicatorId = "youth" })
        .Add(() => new ComputeRatioRequest
        {
            Numerator = new() { IndicatorId = "youth", AreaId = "ZD", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
            Denominator = new() { IndicatorId = "youth", AreaId = "PV22", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
        })
        .Add(() => new ImportObservationsRequest
        {
            Header = new() { Format = ImportFormat.ObservationsCsv, FileName = "leeg.csv", Source = new() { Title = "Eigen telling", Place = "blad 1" }, Preview = true },
        })
        .Add(() => new StartTableImportRequest
        {
            SourceName = "cbs",
            TableName = "85098NED",
            Header = new()
            {
                Format = ImportFormat.Odata,
                FileName = "85098NED",
                Source = new() { Title = "CBS StatLine 85098NED", Place = "tabel" },
                Columns = { new ImportColumn { Column = "JongerenMetJeugdzorg_1", IndicatorId = "youth-in-care" } },
            },
        })
        .Add(async () => new GetTableImportRequest { Id = await ImportAsync() })
        .Add(() => new StartFileImportRequest
        {
            Header = new() { Format = ImportFormat.ObservationsCsv, FileName = "groot.csv", Source = new() { Title = "Eigen telling", Place = "blad 1" } },
            Size = 7,
            ContentHash = Hash,
        })
        .Add(async () => new UploadFileRequest { Id = await FileAsync(), Chunk = ByteString.CopyFromUtf8("Indi") })
        .Add(async () => new GetFileImportRequest { Id = await FileAsync() });

    private async Task<string> FileAsync()
    {
        var id = Guid.CreateVersion7();
        await host.Database.ExecuteAsync(
            $$"""
            insert into file_import (id, header, size, content_hash, state, received_bytes, received_at, reason, report, started_at, started_by)
            values ('{{id}}', '{}', 7, '{{Hash}}', 'Receiving', 0, now(), '', '', now(), 'maker')
            """);
        return id.ToString("D");
    }

    private async Task<string> ImportAsync()
    {
        var id = Guid.CreateVersion7();
        await host.Database.ExecuteAsync(
            $$"""
            insert into table_import (id, source_name, table_name, header, state, next_link, page_count, row_count, attempts, next_try_at, reason, report, started_at, started_by)
            values ('{{id}}', 'cbs', '85098NED', '{}', 'Fetching', '', 0, 0, 0, now(), '', '', now(), 'maker')
            """);
        return id.ToString("D");
    }
}
