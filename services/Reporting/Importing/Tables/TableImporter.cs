using System.Net;
using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Importing.Tables;

/// <summary>
/// Fetches tables page by page, each page in a transaction of its own, and reads a table in when its last page has come:
/// all of it or nothing. A process that ends in between leaves the pages that it has, and another goes on after them.
/// </summary>
internal sealed class TableImporter(
    IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<TableImporter> log) : RecurringWork(database, time, log)
{
    protected override string WhatWaits => "Tables wait to be read in";

    protected override TimeSpan Period => TimeSpan.FromSeconds(1);

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        var now = Time.StorableNow();
        if (!await db.Set<TableImport>().AnyAsync(i => (i.State == TableImportState.Fetching || i.State == TableImportState.Storing) && i.NextTryAt <= now, ct))
            return WorkLeft.NothingNow;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await NextAsync(db, now, ct) is not { } import)
            return WorkLeft.NothingNow;
        if (import.State == TableImportState.Fetching)
            await FetchAsync(db, scope.ServiceProvider.GetRequiredService<TableSources>(), import, ct);
        else
            await StoreAsync(db, scope.ServiceProvider.GetRequiredService<ImportStore>(), import, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return WorkLeft.More;
    }

    private static Task<TableImport?> NextAsync(ReportingDbContext db, DateTimeOffset now, CancellationToken ct) => db.Set<TableImport>()
        .FromSql($"select * from table_import where state in ('Fetching', 'Storing') and next_try_at <= {now} order by started_at, id limit 1 for update skip locked")
        .SingleOrDefaultAsync(ct);

    private async Task FetchAsync(ReportingDbContext db, TableSources sources, TableImport import, CancellationToken ct)
    {
        if (sources.PageOf(import) is not { } address)
        {
            import.Fail(TableRules.LinkElsewhere.Code, Time.StorableNow());
            return;
        }

        if (await db.Set<TablePage>().AnyAsync(page => page.ImportId == import.Id && page.Link == address.AbsoluteUri, ct))
        {
            import.Fail(TableRules.LinkRepeated.Code, Time.StorableNow());
            return;
        }

        try
        {
            var body = await sources.FetchAsync(address, ct);
            using var page = ODataPage.Read(body);
            if (page is null)
            {
                import.Fail(TableRules.PageMalformed.Code, Time.StorableNow());
                return;
            }

            if (import.PageCount == TableImport.MostPages)
            {
                import.Fail(TableRules.TableTooLong.Code, Time.StorableNow());
                return;
            }

            import.Fetched(page.Count, page.Next);
            db.Add(new TablePage { ImportId = import.Id, Number = import.PageCount, Link = address.AbsoluteUri, Body = body });
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            import.Fail(TableRules.TableUnknown.Code, Time.StorableNow());
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            import.Fail(TableRules.PageTooLarge.Code, Time.StorableNow());
        }
        catch (HttpRequestException exception) when ((int?)exception.StatusCode is >= 300 and < 400)
        {
            // Nor by a redirection does a source send this service elsewhere.
            import.Fail(TableRules.LinkElsewhere.Code, Time.StorableNow());
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            Logger.LogWarning(exception, "The source {Source} does not answer", import.SourceName);
            import.Unanswered(TableRules.SourceAway.Code, Time.StorableNow());
        }
    }

    private async Task StoreAsync(ReportingDbContext db, ImportStore store, TableImport import, CancellationToken ct)
    {
        ImportObservationsResponse? answer = null;
        var wrong = await StoredLoad.RunAsync(db, import, async () => (answer = await ReadInAsync(store, import, ct)).Stored, ct);
        if (wrong is null)
        {
            import.Finish(JsonFormatter.Default.Format(answer), Time.StorableNow());
        }
        else
        {
            // It would go wrong each time, and the tables after it would wait for ever.
            Logger.LogError(wrong, "The table {Table} of {Source} cannot be read in", import.TableName, import.SourceName);
            import.Fail(wrong is DomainException refused ? refused.Rule.Code : TableRules.NotReadIn.Code, Time.StorableNow());
        }

        await db.Set<TablePage>().Where(page => page.ImportId == import.Id).ExecuteDeleteAsync(ct);
    }

    private async Task<ImportObservationsResponse> ReadInAsync(ImportStore store, TableImport import, CancellationToken ct)
    {
        var header = ImportHeader.Parser.ParseJson(import.Header);
        var report = new ImportReport();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var incoming = await store.CopyAsync(RowsAsync(import.Id, header, report, digest, ct), await store.ChecksAsync(header, ct), report, ct);
        if (report.Count.Rows == 0)
            report.Faults.Add(1, "", ImportRules.FileEmpty);
        return await store.FinishAsync(header, Convert.ToHexStringLower(digest.GetCurrentHash()), incoming, report, ct);
    }

    /// <summary>The rows of all pages, read on a connection of its own while this one copies.</summary>
    private async IAsyncEnumerable<RawRow> RowsAsync(
        Guid importId, ImportHeader header, ImportReport report, IncrementalHash digest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pages = scope.ServiceProvider.GetRequiredService<ReportingDbContext>().Set<TablePage>().AsNoTracking().Where(page => page.ImportId == importId).OrderBy(page => page.Number);
        await foreach (var stored in pages.AsAsyncEnumerable().WithCancellation(ct))
        {
            digest.AppendData(stored.Body);
            using var page = ODataPage.Read(stored.Body)!;
            foreach (var row in page.Rows(header, report.Faults, report.Count))
                yield return row;
        }
    }
}
