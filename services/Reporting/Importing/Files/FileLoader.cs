using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Importing.Layouts;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Importing.Files;

/// <summary>
/// Reads files in when all their bytes are here, one after another and each in one transaction: all of it or nothing. A
/// process that ends in between leaves nothing of a load, and another begins it anew with the bytes that are kept.
/// </summary>
internal sealed class FileLoader(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<FileLoader> log) : RecurringWork(database, time, log)
{
    protected override string WhatWaits => "Files wait to be read in";

    protected override TimeSpan Period => TimeSpan.FromSeconds(1);

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        var silentSince = Time.StorableNow() - FileImport.LongestSilence;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Progress points to the row while it is held, which a lock for its key alone allows.
        var import = await db.Set<FileImport>()
            .FromSql(
                $"""
                 select * from file_import where state = 'Loading' or (state = 'Receiving' and received_at < {silentSince})
                 order by started_at, id limit 1 for no key update skip locked
                 """)
            .SingleOrDefaultAsync(ct);
        if (import is null)
            return WorkLeft.NothingNow;
        if (import.State == FileImportState.Receiving)
            import.Fail(FileRules.UploadAbandoned.Code, Time.StorableNow());
        else
            await LoadAsync(scope.ServiceProvider, db, import, ct);
        await db.Set<FilePiece>().Where(piece => piece.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return WorkLeft.More;
    }

    private async Task LoadAsync(IServiceProvider services, ReportingDbContext db, FileImport import, CancellationToken ct)
    {
        // What is told while the load goes on is read and written beside its transaction.
        await using var beside = scopes.CreateAsyncScope();
        var progress = new StoredProgress(beside.ServiceProvider.GetRequiredService<ReportingDbContext>(), Time, import.Id);
        if (await progress.BeginAsync(ct) > FileImport.MostAttempts)
        {
            import.Fail(FileRules.NeverEnded.Code, Time.StorableNow());
            return;
        }

        ImportObservationsResponse? answer = null;
        var wrong = await StoredLoad.RunAsync(
            db,
            import,
            async () => (answer = await ReadInAsync(services.GetRequiredService<ImportStore>(), services.GetRequiredService<LayoutReader>(), progress, import, ct)).Stored,
            ct);
        if (wrong is null)
        {
            import.Finish(JsonFormatter.Default.Format(answer), Time.StorableNow());
            return;
        }

        if (wrong is not DomainException)
            Logger.LogError(wrong, "The file of import {ImportId} cannot be read in", import.Id);
        import.Fail(wrong is DomainException refused ? refused.Rule.Code : FileRules.NotReadIn.Code, Time.StorableNow());
    }

    private async Task<ImportObservationsResponse> ReadInAsync(ImportStore store, LayoutReader layouts, StoredProgress progress, FileImport import, CancellationToken ct)
    {
        var header = ImportHeader.Parser.ParseJson(import.Header);
        var report = new ImportReport();
        var (checks, layout) = (await store.ChecksAsync(header, ct), await layouts.OfAsync(header, ct));
        var pipe = new Pipe();
        var sending = SendAsync(import.Id, pipe.Writer, ct);
        IncomingRows incoming;
        try
        {
            incoming = await store.CopyAsync(ToldAsync(FileRows.ReadAsync(pipe.Reader.AsStream(), layout, report.Faults, report.Count, ct), progress, report, ct), checks, report, ct);
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A fault that ends the reading of the file must not hide that it is another file: all of it is digested.
        if (await sending != import.ContentHash)
            throw new DomainException(FileRules.ContentDiffers);
        await progress.StoringAsync(report, ct);
        return await store.FinishAsync(header, import.ContentHash, incoming, report, ct);
    }

    private static async IAsyncEnumerable<RawRow> ToldAsync(
        IAsyncEnumerable<RawRow> rows, StoredProgress progress, ImportReport report, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            await progress.ReadAsync(report, ct);
            yield return row;
        }
    }

    /// <summary>Sends the kept bytes to whoever reads them, on a connection of its own while the rows are copied.</summary>
    /// <returns>SHA-256 of all of them, in hexadecimal, also when the reader has had enough before the end.</returns>
    private async Task<string> SendAsync(Guid importId, PipeWriter writer, CancellationToken ct)
    {
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var scope = scopes.CreateAsyncScope();
            var pieces = scope.ServiceProvider.GetRequiredService<ReportingDbContext>().Set<FilePiece>().AsNoTracking().Where(piece => piece.ImportId == importId).OrderBy(piece => piece.Offset);
            var isRead = true;
            await foreach (var piece in pieces.AsAsyncEnumerable().WithCancellation(ct))
            {
                digest.AppendData(piece.Body);
                isRead = isRead && !(await writer.WriteAsync(piece.Body, ct)).IsCompleted;
            }

            await writer.CompleteAsync();
            return Convert.ToHexStringLower(digest.GetCurrentHash());
        }
        catch (Exception exception)
        {
            await writer.CompleteAsync(exception);
            throw;
        }
    }
}
