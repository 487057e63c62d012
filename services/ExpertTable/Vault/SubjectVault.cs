using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Vault;

/// <summary>Keeps who children are, and gives out pseudonyms. Works inside the transaction of its caller.</summary>
internal sealed class SubjectVault(ExpertTableDbContext db, VaultKeys keys, TimeProvider time)
{
    /// <summary>Puts the child in, or finds it again by its number, and answers its pseudonym for this purpose.</summary>
    public async Task<Guid> EnterAsync(Identity identity, string purpose, CancellationToken ct)
    {
        var now = time.StorableNow();
        var subject = await FindOrAddAsync(keys.LookupHash(identity.Bsn), now, ct);
        var latest = await LatestAsync(subject, ct);
        if (latest is null || !Open(latest).IsSameAs(identity))
            db.Add(Seal(identity, subject, (latest?.Version ?? 0) + 1, now));
        return await PseudonymAsync(subject, purpose, now, ct);
    }

    /// <summary>The pseudonym of a child for this purpose; null when it has none.</summary>
    public Task<Guid?> FindAsync(Bsn bsn, string purpose, CancellationToken ct)
    {
        var hash = keys.LookupHash(bsn);
        return db.Set<VaultSubject>().Where(s => s.BsnHash == hash)
            .Join(db.Set<Pseudonym>().Where(p => p.Purpose == purpose), s => s.Id, p => p.SubjectId, (_, p) => (Guid?)p.Value).SingleOrDefaultAsync(ct);
    }

    /// <summary>When the child with this pseudonym was born.</summary>
    public async Task<DateOnly> BirthDateAsync(Guid pseudonym, CancellationToken ct) => (await IdentityAsync(pseudonym, ct)).BirthDate;

    /// <summary>What the child with this pseudonym is called.</summary>
    public async Task<string> NameAsync(Guid pseudonym, CancellationToken ct) => (await IdentityAsync(pseudonym, ct)).Name;

    /// <summary>What the child with this pseudonym is called for another purpose. The link between the two stays in the vault.</summary>
    public async Task<Guid> TranslateAsync(Guid pseudonym, string purpose, CancellationToken ct)
    {
        var subject = await db.Set<Pseudonym>().Where(p => p.Value == pseudonym).Select(p => p.SubjectId).SingleAsync(ct);
        return await PseudonymAsync(subject, purpose, time.StorableNow(), ct);
    }

    /// <summary>
    /// Until the transaction ends nobody enters the child anew. Answers its id in the vault; null: the vault does not know it.
    /// </summary>
    public async Task<Guid?> LockAsync(Guid pseudonym, CancellationToken ct)
    {
        var found = await db.Database
            .SqlQuery<Guid>($"""select s.id as "Value" from vault.subject s join vault.pseudonym p on p.subject_id = s.id where p.value = {pseudonym} for update of s""")
            .ToListAsync(ct);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Who a child was, and what it was called for any purpose, is gone for good.</summary>
    public async Task ForgetAsync(Guid subject, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"delete from vault.identity where subject_id = {subject}", ct);
        await db.Database.ExecuteSqlAsync($"delete from vault.pseudonym where subject_id = {subject}", ct);
        await db.Database.ExecuteSqlAsync($"delete from vault.subject where id = {subject}", ct);
    }

    private async Task<Identity> IdentityAsync(Guid pseudonym, CancellationToken ct)
    {
        var subject = await db.Set<Pseudonym>().Where(p => p.Value == pseudonym).Select(p => p.SubjectId).SingleAsync(ct);
        return Open((await LatestAsync(subject, ct))!);
    }

    private SealedIdentity Seal(Identity identity, Guid subject, int version, DateTimeOffset now) => new()
    {
        SubjectId = subject,
        Version = version,
        KeyId = keys.CurrentKey,
        Sealed = keys.Seal(identity.ToBytes(), SealedIdentity.PlaceOf(subject, version)),
        RecordedAt = now,
    };

    private Identity Open(SealedIdentity entry) => Identity.FromBytes(keys.Open(entry.KeyId, entry.Sealed, entry.Place));

    // The lock puts two registrations of one child one after another.
    private async Task<Guid> FindOrAddAsync(byte[] hash, DateTimeOffset now, CancellationToken ct)
    {
        while (true)
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into vault.subject (id, bsn_hash, created_at) values ({Guid.NewGuid()}, {hash}, {now}) on conflict (bsn_hash) do nothing", ct);
            var found = await db.Database.SqlQuery<Guid>($"""select id as "Value" from vault.subject where bsn_hash = {hash} for update""").ToListAsync(ct);
            // Gone again only when its last case was destroyed in between.
            if (found.Count > 0)
                return found[0];
        }
    }

    private Task<SealedIdentity?> LatestAsync(Guid subject, CancellationToken ct) =>
        db.Set<SealedIdentity>().AsNoTracking().Where(s => s.SubjectId == subject).OrderByDescending(s => s.Version).FirstOrDefaultAsync(ct);

    private async Task<Guid> PseudonymAsync(Guid subject, string purpose, DateTimeOffset now, CancellationToken ct)
    {
        // Random and not of version 7: a pseudonym must not tell when a child came.
        await db.Database.ExecuteSqlAsync(
            $"insert into vault.pseudonym (subject_id, purpose, value, created_at) values ({subject}, {purpose}, {Guid.NewGuid()}, {now}) on conflict do nothing", ct);
        return await db.Set<Pseudonym>().Where(p => p.SubjectId == subject && p.Purpose == purpose).Select(p => p.Value).SingleAsync(ct);
    }
}
