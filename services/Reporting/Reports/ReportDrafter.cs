using Microsoft.EntityFrameworkCore;
using Regio.Documents.Pdf;
using Regio.Reporting.Exports;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Reports;

/// <summary>
/// Makes the reports of editions one after another, each in a transaction of its own: a process that ends in between
/// leaves what is made, and another goes on from there. Two processes never make the same report. A report that cannot be
/// made is set aside with its reason, and the others go on.
/// </summary>
internal sealed class ReportDrafter(
    IServiceScopeFactory scopes, DatabaseState database, ReportBell bell, TimeProvider time, ILogger<ReportDrafter> log) : RecurringWork(database, time, log)
{
    private const string BeforeReport = "before_report";

    protected override string WhatWaits => "Reports wait to be made";

    protected override TimeSpan Period => TimeSpan.FromSeconds(5);

    protected override Task RestAsync(CancellationToken ct) => bell.WaitAsync(Period, Time, ct);

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        if (!await db.Set<ReportEdition>().AnyAsync(edition => edition.State == EditionState.Drafting, ct))
            return WorkLeft.NothingNow;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await NextEditionAsync(db, ct) is not { Next: { } municipalityId } edition)
            return WorkLeft.NothingNow;
        await transaction.CreateSavepointAsync(BeforeReport, ct);
        try
        {
            await MakeAsync(db, edition, municipalityId, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested && !DatabaseFaults.IsPassing(exception))
        {
            // Still in the same transaction, so that the edition stays held.
            await transaction.RollbackToSavepointAsync(BeforeReport, ct);
            db.ChangeTracker.Clear();
            Logger.LogError(exception, "The report of {MunicipalityId} in edition {EditionId} is set aside", municipalityId, edition.Id);
            await SetAsideAsync(db, municipalityId, ReasonOf(exception), ct);
        }

        await transaction.CommitAsync(ct);
        return WorkLeft.More;
    }

    private static Task<ReportEdition?> NextEditionAsync(ReportingDbContext db, CancellationToken ct) => db.Set<ReportEdition>()
        .FromSql($"select * from report_edition where state = 'Drafting' order by drafted_at, id limit 1 for update skip locked").SingleOrDefaultAsync(ct);

    private async Task MakeAsync(ReportingDbContext db, ReportEdition edition, string municipalityId, CancellationToken ct)
    {
        // The monitor reads in a transaction of its own, on a connection of its own.
        await using var read = scopes.CreateAsyncScope();
        var made = await read.ServiceProvider.GetRequiredService<CouncilFiguresReader>().ReadAsync(municipalityId, ct);
        var document = CouncilText.Of(made, edition.Title);
        var content = ReportFiles.Content(document);
        var id = Guid.CreateVersion7(Time.GetUtcNow());
        var files = ReportFiles.Of(id, document);
        var report = new CouncilReport
        {
            Id = id,
            EditionId = edition.Id,
            MunicipalityId = municipalityId,
            Content = content,
            ContentHash = FileHash.Of(System.Text.Encoding.UTF8.GetBytes(content)),
            HtmlHash = files.Single(file => file.Kind == FileKind.Html).Hash,
            PdfHash = files.Single(file => file.Kind == FileKind.Pdf).Hash,
        };
        db.Add(report);
        db.AddRange(files);
        db.AddRange(CouncilText.Used(made).Select(o => new UsedFigure
        {
            ReportId = report.Id,
            Indicator = o.Indicator,
            AreaId = o.AreaId,
            Period = o.Period,
            Breakdown = o.Breakdown,
            Version = o.Version,
        }));
        edition.Made();
        await db.SaveChangesAsync(ct);
    }

    private async Task SetAsideAsync(ReportingDbContext db, string municipalityId, string reason, CancellationToken ct)
    {
        var edition = (await NextEditionAsync(db, ct))!;
        edition.SetAside();
        db.Add(new SetAsideReport { EditionId = edition.Id, MunicipalityId = municipalityId, Reason = reason, SetAsideAt = Time.StorableNow() });
        await db.SaveChangesAsync(ct);
    }

    private static string ReasonOf(Exception exception) => exception switch
    {
        DomainException refused => refused.Rule.Code,
        PageTooFullException => ReportRules.TooFull.Code,
        _ => ReportRules.Failed.Code,
    };
}
