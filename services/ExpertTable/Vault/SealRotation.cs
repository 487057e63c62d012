using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consultations;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Vault;

/// <summary>
/// Seals again, under the current key, what the older keys of the configuration sealed; an old key can be taken out of it
/// once this has told that nothing is left under it. Works in small steps while the service runs; several replicas take
/// different rows. Entries under a key that this replica does not know are another's work: in a rotation the replicas
/// with the new key come while those without it still run.
/// </summary>
internal sealed class SealRotation(
    IServiceScopeFactory scopes, DatabaseState database, FileSeal files, ConsultationSeal consultations, VaultKeys keys, ILogger<SealRotation> logger) : BackgroundService
{
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenMigratedAsync(stoppingToken);
        var entries = await RepeatAsync(ResealEntriesAsync, stoppingToken);
        var identities = await RepeatAsync(ResealIdentitiesAsync, stoppingToken);
        var held = await RepeatAsync(ResealConsultationsAsync, stoppingToken);
        logger.LogInformation(
            "Nothing is left under older keys than {Key}; sealed again just now: {Entries} entries, {Identities} identities, {Consultations} consultations",
            keys.CurrentKey,
            entries,
            identities,
            held);
    }

    private async Task<int> RepeatAsync(Func<ExpertTableDbContext, CancellationToken, Task<int>> step, CancellationToken ct)
    {
        var done = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ExpertTableDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var count = await step(db, ct);
            await transaction.CommitAsync(ct);
            if (count == 0)
                return done;
            done += count;
        }
    }

    private async Task<int> ResealEntriesAsync(ExpertTableDbContext db, CancellationToken ct)
    {
        var old = await db.Set<CaseEntry>()
            .FromSql($"select * from case_entry where key_id = any({keys.Outdated}) limit {AtOnce} for update skip locked").AsNoTracking().ToListAsync(ct);
        foreach (var entry in old)
        {
            var (keyId, bytes) = files.Reseal(entry);
            await db.Database.ExecuteSqlAsync(
                $"update case_entry set key_id = {keyId}, sealed = {bytes} where case_id = {entry.CaseId} and number = {entry.Number}", ct);
        }

        return old.Count;
    }

    private async Task<int> ResealConsultationsAsync(ExpertTableDbContext db, CancellationToken ct)
    {
        var old = await db.Set<Consultation>()
            .FromSql($"select * from consultation where key_id = any({keys.Outdated}) and destroyed_on is null limit {AtOnce} for update skip locked").AsNoTracking().ToListAsync(ct);
        foreach (var consultation in old)
        {
            var (keyId, bytes) = consultations.Reseal(consultation);
            await db.Database.ExecuteSqlAsync($"update consultation set key_id = {keyId}, sealed = {bytes} where id = {consultation.Id}", ct);
        }

        return old.Count;
    }

    private async Task<int> ResealIdentitiesAsync(ExpertTableDbContext db, CancellationToken ct)
    {
        var old = await db.Set<SealedIdentity>()
            .FromSql($"select * from vault.identity where key_id = any({keys.Outdated}) limit {AtOnce} for update skip locked").AsNoTracking().ToListAsync(ct);
        foreach (var entry in old)
        {
            var bytes = keys.Seal(keys.Open(entry.KeyId, entry.Sealed, entry.Place), entry.Place);
            await db.Database.ExecuteSqlAsync(
                $"update vault.identity set key_id = {keys.CurrentKey}, sealed = {bytes} where subject_id = {entry.SubjectId} and version = {entry.Version}", ct);
        }

        return old.Count;
    }
}
