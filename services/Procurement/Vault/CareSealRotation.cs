using Microsoft.EntityFrameworkCore;
using Regio.Procurement.CareOrders;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Vault;

/// <summary>Seals files of care messages, and the numbers that their senders gave them, anew when the key changes.</summary>
internal sealed class CareSealRotation(IServiceScopeFactory scopes, DatabaseState database, CareKeys keys, TimeProvider time, ILogger<CareSealRotation> logger)
    : SealingAnew<ProcurementDbContext>(scopes, database, time, logger)
{
    // A piece has up to 256 KiB.
    private const int PiecesAtOnce = 20;
    private const int NumbersAtOnce = 500;

    protected override string CurrentKey => keys.CurrentKey;

    protected override IReadOnlyList<SealedRows<ProcurementDbContext>> Rows => [new("pieces of files", ResealPiecesAsync), new("numbers of messages", ResealNumbersAsync)];

    private async Task<int> ResealPiecesAsync(ProcurementDbContext db, CancellationToken ct)
    {
        var old = await db.Set<CareFilePiece>()
            .FromSql($"select * from care_file_piece where key_id = any({keys.Outdated}) order by key_id limit {PiecesAtOnce} for update skip locked").AsNoTracking().ToListAsync(ct);
        foreach (var piece in old)
        {
            var bytes = Anew(piece.KeyId, piece.Sealed, StoredCareFiles.Place(piece.FileId, piece.Number));
            await db.Database.ExecuteSqlAsync($"update care_file_piece set key_id = {keys.CurrentKey}, sealed = {bytes} where file_id = {piece.FileId} and number = {piece.Number}", ct);
        }

        return old.Count;
    }

    private async Task<int> ResealNumbersAsync(ProcurementDbContext db, CancellationToken ct)
    {
        // The empty key stands for a message without a number, or one whose number was destroyed.
        var old = await db.Set<CareMessage>()
            .FromSql($"select * from care_message where key_id = any({keys.Outdated}) and key_id <> '' order by key_id limit {NumbersAtOnce} for update skip locked").AsNoTracking().ToListAsync(ct);
        foreach (var message in old)
        {
            var bytes = Anew(message.KeyId, message.SealedNumber!, CareMessageMapping.NumberPlace(message.Id));
            await db.Database.ExecuteSqlAsync($"update care_message set key_id = {keys.CurrentKey}, sealed_number = {bytes} where id = {message.Id}", ct);
        }

        return old.Count;
    }

    private byte[] Anew(string key, byte[] sealedBytes, string place) => keys.Seal(keys.Open(key, sealedBytes, place), place);
}
