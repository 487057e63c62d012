using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Reads;

/// <summary>Links what was read, a moment after it was.</summary>
internal sealed class ReadLogSealer(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<ReadLogSealer> logger)
    : RecurringWork(database, time, logger)
{
    protected override string WhatWaits => "Lines of the read log wait to be linked";

    // As long as a line is not linked, only the rights on the database protect it.
    protected override TimeSpan Period => TimeSpan.FromSeconds(1);

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadLogSeal>().TryLinkAsync(ct);
        return WorkLeft.NothingNow;
    }
}
