using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Hosting;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Something that is sealed: what it is called, and what seals some of it anew.</summary>
/// <typeparam name="TContext">The unit of work of the service.</typeparam>
/// <param name="Name">What people call it, in the plural.</param>
/// <param name="Step">Seals some anew within the present transaction and answers how many; 0: none is left.</param>
public sealed record SealedRows<TContext>(string Name, Func<TContext, CancellationToken, Task<int>> Step)
    where TContext : DbContext;

/// <summary>
/// Seals again, under the current key, what the older keys of the configuration sealed; an old key can be taken out of it
/// once this has told that nothing is left under it. Works in small steps while the service runs; several replicas take
/// different rows. Rows under a key that this replica does not know are another's work: in a rotation the replicas
/// with the new key come while those without it still run.
/// </summary>
/// <typeparam name="TContext">The unit of work of the service.</typeparam>
/// <param name="scopes">Give each step a unit of work of its own.</param>
/// <param name="database">Tells when there are tables.</param>
/// <param name="time">The clock that it rests by.</param>
/// <param name="logger">Hears when nothing is left.</param>
public abstract class SealingAnew<TContext>(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger logger)
    : RecurringWork(database, time, logger)
    where TContext : DbContext
{
    private readonly Dictionary<string, int> _done = [];

    /// <summary>Id of the key that is sealed with.</summary>
    protected abstract string CurrentKey { get; }

    /// <summary>All that is sealed.</summary>
    protected abstract IReadOnlyList<SealedRows<TContext>> Rows { get; }

    /// <inheritdoc />
    protected override string WhatWaits => "What is sealed under an older key waits to be sealed anew";

    /// <inheritdoc />
    protected override TimeSpan Period => PauseAfterFault;

    /// <inheritdoc />
    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        foreach (var rows in Rows)
        {
            if (await SealAsync(rows, ct))
                return WorkLeft.More;
        }

        Logger.LogInformation(
            "Nothing is left under older keys than {Key}; sealed again just now: {Sealed}", CurrentKey, string.Join(", ", Rows.Select(rows => $"{_done.GetValueOrDefault(rows.Name)} {rows.Name}")));
        return WorkLeft.NothingEver;
    }

    private async Task<bool> SealAsync(SealedRows<TContext> rows, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = await rows.Step(db, ct);
        await transaction.CommitAsync(ct);
        _done[rows.Name] = _done.GetValueOrDefault(rows.Name) + count;
        return count > 0;
    }
}
