using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ServiceDefaults.Hosting;

/// <summary>What a step of <see cref="RecurringWork"/> leaves to do.</summary>
public enum WorkLeft
{
    /// <summary>There may be more: the next step follows at once.</summary>
    More,

    /// <summary>Nothing just now: the next step follows after a rest.</summary>
    NothingNow,

    /// <summary>Nothing any more as long as this process runs.</summary>
    NothingEver,
}

/// <summary>
/// Work that a service does by itself beside its calls, step by step, from the moment that its database has its tables. A step that
/// fails is told in the log and tried again after a pause: neither a database that is away nor a fault in one piece of work ends the service.
/// </summary>
/// <param name="database">Tells when there are tables.</param>
/// <param name="time">The clock that it rests by.</param>
/// <param name="logger">Hears of steps that fail.</param>
public abstract class RecurringWork(DatabaseState database, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>The clock that it rests by.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>Hears of steps that fail, and of whatever a step has to tell.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>Pause after a step that failed, so that a database that is away is not asked without end.</summary>
    protected virtual TimeSpan PauseAfterFault => TimeSpan.FromSeconds(5);

    /// <summary>What does not get done while its steps fail, as a sentence without a full stop, for the log.</summary>
    protected abstract string WhatWaits { get; }

    /// <summary>Rest while there is nothing to do.</summary>
    protected abstract TimeSpan Period { get; }

    /// <summary>Does a piece of the work, whole or not at all.</summary>
    /// <param name="ct">Ends it when the service stops.</param>
    /// <returns>What is left to do.</returns>
    protected abstract Task<WorkLeft> StepAsync(CancellationToken ct);

    /// <summary>Waits until there may be something to do again.</summary>
    /// <param name="ct">Ends it when the service stops.</param>
    protected virtual Task RestAsync(CancellationToken ct) => Task.Delay(Period, Time, ct);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenMigratedAsync(stoppingToken);
        for (var left = WorkLeft.More; left != WorkLeft.NothingEver;)
        {
            try
            {
                left = await StepAsync(stoppingToken);
                if (left == WorkLeft.NothingNow)
                    await RestAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Logger.Log(DatabaseFaults.IsPassing(fault) ? LogLevel.Warning : LogLevel.Error, fault, "{WhatWaits}; tried again in {Pause}", WhatWaits, PauseAfterFault);
                await Task.Delay(PauseAfterFault, Time, stoppingToken);
            }
        }
    }
}
