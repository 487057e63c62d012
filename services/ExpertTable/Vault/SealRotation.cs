using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consultations;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Vault;

/// <summary>Seals the files of cases, identities and consultations anew when the key of the vault changes.</summary>
internal sealed class SealRotation(
    IServiceScopeFactory scopes, DatabaseState database, FileSeal files, ConsultationSeal consultations, VaultKeys keys, TimeProvider time, ILogger<SealRotation> logger)
    : SealingAnew<ExpertTableDbContext>(scopes, database, time, logger)
{
    private const int AtOnce = 200;

    protected override string CurrentKey => keys.CurrentKey;

    protected override IReadOnlyList<SealedRows<ExpertTableDbContext>> Rows =>
        [new("entries", ResealEntriesAsync), new("identities", ResealIdentitiesAsync), new("consultations", ResealConsultationsAsync)];

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
