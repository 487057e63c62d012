using FluentValidation;
using Grpc.Core;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Importing.Layouts;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Importing;

/// <summary>Reads a file of observations in, while it comes: all of it in one transaction, or nothing.</summary>
internal sealed class ImportObservations(ReportingDbContext db, ImportStore store, LayoutReader layouts)
{
    public async Task<ImportObservationsResponse> RunAsync(IAsyncStreamReader<ImportObservationsRequest> pieces, CancellationToken ct)
    {
        using var file = new IncomingFile(pieces);
        var header = await file.HeaderAsync(ct);
        // Before anything is sent in: a large import that stores would only be met at the end.
        await using (await db.Database.BeginTransactionAsync(ct))
            await IncomingRows.TakeTurnAsync(db, ct);
        var checks = await store.ChecksAsync(header, ct);
        var layout = await layouts.OfAsync(header, ct);
        var report = new ImportReport();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        IncomingRows incoming;
        var receiving = file.ReceiveAsync(ct);
        try
        {
            incoming = await store.CopyAsync(FileRows.ReadAsync(file.Content, layout, report.Faults, report.Count, ct), checks, report, ct);
        }
        finally
        {
            await file.StopAsync();
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await receiving;
        await IncomingRows.TakeTurnAsync(db, ct);
        var answer = await store.FinishAsync(header, file.Digest, incoming, report, ct);
        if (answer.Stored)
            await transaction.CommitAsync(ct);
        return answer;
    }
}

internal sealed class ImportObservationsValidator : AbstractValidator<ImportObservationsRequest>
{
    public ImportObservationsValidator() => When(r => r.Header is not null, () => RuleFor(r => r.Header).SetValidator(new FileHeaderValidator()));
}

/// <summary>What the import of a file says of it.</summary>
internal sealed class FileHeaderValidator : AbstractValidator<ImportHeader>
{
    public FileHeaderValidator()
    {
        RuleFor(h => h.Format).Must(format => format is ImportFormat.ObservationsCsv or ImportFormat.CbsCsv or ImportFormat.WaitingTimesCsv or ImportFormat.BudgetsCsv)
            .WithMessage("Say how the file is laid out: as observations, as a CBS table, as waiting times or as budgets.");
        Include(new ImportHeaderValidator());
        RuleFor(h => h.Columns).Must((header, columns) => header.Format != ImportFormat.CbsCsv || columns.Count is > 0 and <= 50)
            .WithMessage("Name 1 to 50 columns.");
    }
}

/// <summary>What every import says of itself.</summary>
internal sealed class ImportHeaderValidator : AbstractValidator<ImportHeader>
{
    public ImportHeaderValidator()
    {
        RuleFor(h => h.FileName).IsLine(200).Must(name => !name.Contains('/', StringComparison.Ordinal)).WithMessage("Give the name without a folder.");
        RuleFor(h => h.Source).NotNull().WithMessage("Say where it is published.").ChildRules(source =>
        {
            source.RuleFor(s => s.Title).IsLine(200);
            source.RuleFor(s => s.Place).IsLineOrEmpty(200);
        });
        RuleFor(h => h.Year).Must(year => year.Length == 0 || (year.Length == 4 && year.All(char.IsAsciiDigit))).WithMessage("Give four digits, or leave it empty.");
        RuleForEach(h => h.Columns).ChildRules(column => column.RuleFor(c => c.IndicatorId).IsLine(ObservationFieldRules.MostCodeCharacters));
        RuleForEach(h => h.Columns).Must(column => column.Column.Length is > 0 and <= 200 && column.Breakdown.Length <= 100)
            .WithMessage("Name a column, and a breakdown of at most 100 characters.");
    }
}
