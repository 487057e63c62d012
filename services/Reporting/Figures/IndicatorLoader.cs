using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Figures;

/// <summary>Loads the definitions of the indicators; one that changed takes the place of the earlier one with the same first day.</summary>
internal sealed class IndicatorLoader : IReferenceDataLoader<ReportingDbContext>
{
    public async Task LoadAsync(ReportingDbContext db, CancellationToken ct)
    {
        var known = await db.Set<Indicator>().ToDictionaryAsync(i => (i.Id, i.ValidFrom), ct);
        foreach (var indicator in FigureFiles.Indicators())
        {
            if (known.TryGetValue((indicator.Id, indicator.ValidFrom), out var current))
                db.Entry(current).CurrentValues.SetValues(indicator);
            else
                db.Add(indicator);
        }

        await db.SaveChangesAsync(ct);
    }
}
