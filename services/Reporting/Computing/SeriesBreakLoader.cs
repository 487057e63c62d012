using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Computing;

[CsvRecord]
internal sealed partial record SeriesBreakRow(string Indicator, DateOnly Day, string Reason, string SourceTitle, string SourcePlace);

/// <summary>Loads the breaks of series that are known; one that is there already stays.</summary>
internal sealed class SeriesBreakLoader : IReferenceDataLoader<ReportingDbContext>
{
    public async Task LoadAsync(ReportingDbContext db, CancellationToken ct)
    {
        var known = (await db.Set<SeriesBreak>().Select(b => new { b.Indicator, b.Day }).ToListAsync(ct)).Select(b => (b.Indicator, b.Day)).ToHashSet();
        db.AddRange(EmbeddedCsv.Read<SeriesBreakRow>(typeof(SeriesBreakLoader).Assembly, "series-breaks.csv")
            .Where(row => !known.Contains((row.Indicator, row.Day)))
            .Select(row => new SeriesBreak { Indicator = row.Indicator, Day = row.Day, Reason = row.Reason, SourceTitle = row.SourceTitle, SourcePlace = row.SourcePlace }));
        await db.SaveChangesAsync(ct);
    }
}
