using Regio.Procurement.Supply.Staleness;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Persistence;

/// <summary>Looks for reports that became too old: at the start and every hour, since they do so with the day.</summary>
internal sealed class StaleSupplyWatch(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<StaleSupplyWatch> logger)
    : RecurringWork(database, time, logger)
{
    protected override string WhatWaits => "It could not be looked which reports of supply became stale";

    protected override TimeSpan Period => TimeSpan.FromHours(1);

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoredStaleReports>().TellAsync(ct);
        return WorkLeft.NothingNow;
    }
}
