using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Catalogue;

/// <summary>An observation with the load that brought it, and whether a later version has taken its place.</summary>
internal sealed record TracedObservation
{
    public required Observation Observation { get; init; }

    public required Load? Load { get; init; }

    public required bool Current { get; init; }
}

/// <summary>Reads observations with their lineage.</summary>
internal static class StoredObservations
{
    public static IQueryable<Indicator> Holding(this IQueryable<Indicator> indicators, DateOnly day) =>
        indicators.Where(i => i.ValidFrom <= day && (i.ValidUntil == null || i.ValidUntil > day));

    public static IQueryable<TracedObservation> Traced(this ReportingDbContext db, IQueryable<Observation> observations) =>
        from o in observations
        join load in db.Set<Load>() on o.LoadId equals load.Id into loads
        from load in loads.DefaultIfEmpty()
        select new TracedObservation
        {
            Observation = o,
            Load = load,
            Current = !db.Set<Observation>().Any(later =>
                later.Indicator == o.Indicator && later.AreaId == o.AreaId && later.Period == o.Period
                && later.Breakdown == o.Breakdown && later.Version > o.Version),
        };

    /// <summary>The same with what the viewer may not see emptied.</summary>
    public static async Task<IReadOnlyList<TracedObservation>> ShieldAsync(
        this ShieldReader shield, IReadOnlyList<TracedObservation> traced, Viewer viewer, CancellationToken ct)
    {
        var shown = await shield.ShieldAsync([.. traced.Select(t => t.Observation)], viewer, ct);
        return [.. traced.Zip(shown, (t, observation) => new TracedObservation { Observation = observation, Load = t.Load, Current = t.Current })];
    }

    /// <summary>Refuses an indicator that was never defined.</summary>
    public static async Task RequireIndicatorAsync(this ReportingDbContext db, string id, string field, CancellationToken ct)
    {
        if (!await db.Set<Indicator>().AnyAsync(i => i.Id == id, ct))
            throw new DomainException(RatioRules.IndicatorUnknown, field, new Dictionary<string, string> { ["indicator_id"] = id });
    }
}
