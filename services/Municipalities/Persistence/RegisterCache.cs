using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

/// <summary>
/// Keeps the register in memory, since it changes a few times a year and is read by every call.
/// It is kept only while changes in the database are heard (<see cref="RegisterChangeListener"/>),
/// so another replica's change is never missed.
/// </summary>
internal sealed class RegisterCache(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile RegisterSnapshot? _kept;
    private volatile bool _hearsChanges;
    private long _changes;

    public ValueTask<RegisterSnapshot> GetAsync(CancellationToken ct) =>
        _kept is { } kept ? ValueTask.FromResult(kept) : new ValueTask<RegisterSnapshot>(LoadAsync(ct));

    /// <summary>From now on a change will be heard; what was read before may have missed one.</summary>
    public void StartKeeping()
    {
        Forget();
        _hearsChanges = true;
    }

    public void StopKeeping()
    {
        _hearsChanges = false;
        Forget();
    }

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _kept = null;
    }

    public void Dispose() => _loading.Dispose();

    private async Task<RegisterSnapshot> LoadAsync(CancellationToken ct)
    {
        await _loading.WaitAsync(ct);
        try
        {
            if (_kept is { } kept)
                return kept;
            var changes = Interlocked.Read(ref _changes);
            var hears = _hearsChanges;
            var read = await ReadAsync(ct);
            if (hears)
                Keep(read, changes);
            return read;
        }
        finally
        {
            _loading.Release();
        }
    }

    private void Keep(RegisterSnapshot read, long changesBefore)
    {
        _kept = read;
        // A change that was heard while reading may not be in what was read.
        if (Interlocked.Read(ref _changes) != changesBefore)
            _kept = null;
    }

    private async Task<RegisterSnapshot> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MunicipalitiesDbContext>();
        // One transaction, so that municipalities, regions and keys are of the same moment.
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var municipalities = await db.Set<Municipality>().AsNoTracking()
            .Include(m => m.YouthCounts).Include(m => m.Memberships).AsSplitQuery().ToListAsync(ct);
        var regions = await db.Set<Region>().AsNoTracking().ToListAsync(ct);
        var keys = await db.Set<AllocationKey>().AsNoTracking().Include(k => k.Percentages).ToListAsync(ct);
        return new RegisterSnapshot(municipalities, regions, keys)
        {
            RegionRoles = await db.Set<RegionRole>().AsNoTracking().Where(r => r.SupersededAt == null).ToListAsync(ct),
            Claims = await db.Set<Claim>().AsNoTracking().Where(c => c.SupersededAt == null).ToListAsync(ct),
        };
    }
}
