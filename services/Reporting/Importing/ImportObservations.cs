using FluentValidation;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;
using Indicator = Regio.Reporting.Figures.Indicator;
using Load = Regio.Reporting.Figures.Load;

namespace Regio.Reporting.Importing;

/// <summary>Reads a file of observations in, while it comes: all of it in one transaction, or nothing.</summary>
internal sealed class ImportObservations(ReportingDbContext db, TimeProvider time)
{
    public async Task<ImportObservationsResponse> RunAsync(IAsyncStreamReader<ImportObservationsRequest> pieces, CancellationToken ct)
    {
        using var file = new IncomingFile(pieces);
        var header = await file.HeaderAsync(ct);
        var checks = await ChecksAsync(header, ct);
        var report = new Report();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var incoming = new IncomingRows(db);
        var receiving = file.ReceiveAsync(ct);
        try
        {
            await incoming.CopyAsync(Checked(file.Content, header, checks, report, ct), ct);
        }
        finally
        {
            await file.StopAsync();
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await receiving;
        foreach (var line in await incoming.TakeDoublesAsync(ct))
            report.Faults.Add(line, "", ImportRules.RowDouble);
        return await StoreAsync(header, file.Digest, incoming, report, transaction.CommitAsync, ct);
    }

    private static async IAsyncEnumerable<CheckedRow> Checked(
        Stream content, ImportHeader header, RowChecks checks, Report report, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in FileRows.ReadAsync(content, header, report.Faults, report.Count, ct))
        {
            if (checks.Check(row, report.Faults) is { } good)
                yield return good;
        }
    }

    private async Task<ImportObservationsResponse> StoreAsync(
        ImportHeader header, string digest, IncomingRows incoming, Report report, Func<CancellationToken, Task> commit, CancellationToken ct)
    {
        var load = await LoadAsync(header, digest, report, ct);
        var stored = await incoming.StoreAsync(load.Id, header.Source.Title, header.Source.Place, ct);
        var keep = !header.Preview && (report.Faults.Count == 0 || (header.SkipRefusedRows && !report.IsUnreadable));
        if (keep)
            await commit(ct);
        return new ImportObservationsResponse
        {
            Stored = keep,
            RowCount = report.Count.Rows,
            AddedCount = stored.Added,
            CorrectedCount = stored.Corrected,
            UnchangedCount = stored.Unchanged,
            RefusedCount = report.Faults.Count,
            Faults = { report.Faults.First.OrderBy(f => f.Line).Select(f => new V1.RowFault { Line = f.Line, Column = f.Column, Reason = f.Rule.Code, Message = f.Message }) },
            Load = keep ? load.ToProto() : null,
        };
    }

    // The same file again is the same load.
    private async Task<Load> LoadAsync(ImportHeader header, string digest, Report report, CancellationToken ct)
    {
        if (await db.Set<Load>().AsNoTracking().SingleOrDefaultAsync(l => l.FileName == header.FileName && l.ContentHash == digest, ct) is { } known)
            return known;
        var now = time.StorableNow();
        var load = new Load { Id = Guid.CreateVersion7(now), FileName = header.FileName, ContentHash = digest, RowCount = (int)report.Count.Rows, LoadedAt = now };
        db.Add(load);
        await db.SaveChangesAsync(ct);
        return load;
    }

    private async Task<RowChecks> ChecksAsync(ImportHeader header, CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).ToDictionaryAsync(i => i.Id, ct);
        for (var i = 0; i < header.Columns.Count; i++)
        {
            if (!indicators.ContainsKey(header.Columns[i].IndicatorId))
                throw new DomainException(RatioRules.IndicatorUnknown, $"header.columns[{i}].indicator_id");
        }

        var regions = await db.Set<ProjectedMembership>().Select(m => new AreaSpan(m.RegionId, m.ValidFrom, m.ValidUntil)).Distinct().ToListAsync(ct);
        var municipalities = await db.Set<ProjectedMembership>()
            .Where(m => m.RegionKind == "province").Select(m => new AreaSpan(m.MunicipalityId, m.ValidFrom, m.ValidUntil)).ToListAsync(ct);
        var dated = regions.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var always = (await db.Set<Area>().ToListAsync(ct)).Where(a => !dated.Contains(a.Id)).Select(a => new AreaSpan(a.Id, From: null, Until: null));
        return new RowChecks(indicators, new AreaCalendar([.. regions, .. municipalities, .. always]), header.Year);
    }

    private sealed class Report
    {
        public RowFaults Faults { get; } = new();

        public RowCount Count { get; } = new();

        /// <summary>Whether reading ended before the end of the file.</summary>
        public bool IsUnreadable => Faults.First.Any(f => f.Rule == ImportRules.FileMalformed || f.Rule == ImportRules.ColumnMissing);
    }
}

internal sealed class ImportObservationsValidator : AbstractValidator<ImportObservationsRequest>
{
    public ImportObservationsValidator() => When(r => r.Header is not null, () =>
    {
        RuleFor(r => r.Header.Format).IsInEnum().NotEqual(ImportFormat.Unspecified).WithMessage("Say how the file is laid out.");
        RuleFor(r => r.Header.FileName).IsLine(200).Must(name => !name.Contains('/', StringComparison.Ordinal)).WithMessage("Give the name without a folder.");
        RuleFor(r => r.Header.Source).NotNull().WithMessage("Say where it is published.");
        When(r => r.Header.Source is not null, () =>
        {
            RuleFor(r => r.Header.Source.Title).IsLine(200);
            RuleFor(r => r.Header.Source.Place).IsLineOrEmpty(200);
        });
        RuleFor(r => r.Header.Year).Must(year => year.Length == 0 || (year.Length == 4 && year.All(char.IsAsciiDigit))).WithMessage("Give four digits, or leave it empty.");
        RuleFor(r => r.Header.Columns).Must((r, columns) => r.Header.Format != ImportFormat.CbsCsv || columns.Count is > 0 and <= 50)
            .WithMessage("Name 1 to 50 columns.");
        RuleForEach(r => r.Header.Columns).Must(column => column.Column.Length is > 0 and <= 200 && column.Breakdown.Length <= 100)
            .WithMessage("Name a column, and a breakdown of at most 100 characters.");
    });
}
