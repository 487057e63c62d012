using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.ReferenceData;

/// <summary>
/// Brings the catalogue up to the published facts; a second run finds nothing to do. A scale rule that gave way to one
/// adopted later stays as it is since then.
/// </summary>
internal sealed class ReferenceDataLoader : IReferenceDataLoader<ProcurementDbContext>
{
    public async Task LoadAsync(ProcurementDbContext db, CancellationToken ct)
    {
        await LoadAsync(db, ReferenceFiles.Levels(), level => level.Level, _ => true, ct);
        await LoadAsync(db, ReferenceFiles.Products(), product => product.Id, _ => true, ct);
        await LoadAsync(db, ReferenceFiles.ScaleRules(), rule => rule.Id, rule => rule.Version == 1, ct);
        await LoadAsync(db, ReferenceFiles.Terms(), setting => setting.Id, _ => false, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task LoadAsync<T, TKey>(
        ProcurementDbContext db, IReadOnlyList<T> published, Func<T, TKey> key, Func<T, bool> mayChange, CancellationToken ct)
        where T : class
        where TKey : notnull
    {
        var known = await db.Set<T>().ToDictionaryAsync(key, ct);
        foreach (var fact in published)
        {
            if (!known.TryGetValue(key(fact), out var current))
                db.Add(fact);
            else if (mayChange(current) && !current.Equals(fact))
                db.Entry(current).CurrentValues.SetValues(fact);
        }
    }
}
