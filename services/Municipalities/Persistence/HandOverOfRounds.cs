using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

/// <summary>
/// Lets rounds follow the mergers of municipalities a moment after the day has come, so that the other services know it also
/// where nobody changes the round and nobody asks.
/// </summary>
internal sealed class HandOverOfRounds(RoundHandOver handOver, DatabaseState database, TimeProvider time, ILogger<HandOverOfRounds> logger)
    : RecurringWork(database, time, logger)
{
    protected override string WhatWaits => "Rounds wait to follow a merger";

    protected override TimeSpan Period => TimeSpan.FromSeconds(5);

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await handOver.HandOverAsync(ct);
        return WorkLeft.NothingNow;
    }
}
