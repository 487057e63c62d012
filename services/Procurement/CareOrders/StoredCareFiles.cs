using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.CareOrders;

/// <summary>What was received of a file.</summary>
/// <param name="SizeBytes">All bytes, also those that were not kept.</param>
/// <param name="Digest">SHA-256 of all bytes.</param>
/// <param name="Whole">The file, when it fits a piece; null when it is larger. Whoever is done with it wipes it.</param>
internal sealed record ReceivedFile(long SizeBytes, byte[] Digest, byte[]? Whole);

/// <summary>Keeps files sealed, in pieces, so that memory does not grow with them. Works inside the transaction of its caller.</summary>
internal sealed class StoredCareFiles(ProcurementDbContext db, CareKeys keys)
{
    /// <summary>Bytes of a piece; the last one has fewer.</summary>
    public const int PieceBytes = 256 * 1024;

    /// <summary>Bound to the cipher text, so that a piece that is moved does not open.</summary>
    public static string Place(Guid file, int number) => $"file/{file:N}/{number}";

    /// <summary>Stores what comes, as far as it is no larger than it may be by more than a piece: enough to see that it is too large.</summary>
    public async Task<ReceivedFile> StoreAsync(Guid file, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, long mostBytes, DateTimeOffset now, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Rented: an array of this size that is made for each file is collected with the oldest objects only.
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var (filled, number, size) = (0, 0, 0L);
            await foreach (var piece in pieces.WithCancellation(ct))
            {
                digest.AppendData(piece.Span);
                size += piece.Length;
                for (var rest = piece; !rest.IsEmpty && (long)number * PieceBytes <= mostBytes;)
                {
                    var count = Math.Min(rest.Length, PieceBytes - filled);
                    rest.Span[..count].CopyTo(buffer.AsSpan(filled));
                    (filled, rest) = (filled + count, rest[count..]);
                    if (filled < PieceBytes)
                        continue;
                    await AddPieceAsync(file, number++, buffer.AsMemory(0, filled), now, ct);
                    filled = 0;
                }
            }

            var whole = number == 0 ? buffer[..filled] : null;
            if (filled > 0 || number == 0)
                await AddPieceAsync(file, number, buffer.AsMemory(0, filled), now, ct);
            return new ReceivedFile(size, digest.GetHashAndReset(), whole);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Stores files that are there already, all by one statement.</summary>
    public async Task StoreAsync(IReadOnlyCollection<(Guid File, ReadOnlyMemory<byte> Content)> whole, DateTimeOffset now, CancellationToken ct)
    {
        var pieces = whole.SelectMany(each => Pieces(each.Content).Select((piece, number) => (each.File, Number: number, Sealed: keys.Seal(piece.Span, Place(each.File, number))))).ToList();
        Guid[] ids = [.. whole.Select(each => each.File)];
        Guid[] of = [.. pieces.Select(piece => piece.File)];
        int[] numbers = [.. pieces.Select(piece => piece.Number)];
        byte[][] bytes = [.. pieces.Select(piece => piece.Sealed)];
        await db.Database.ExecuteSqlAsync(
            $"""
             with kept as (insert into care_file (id, stored_at) select id, {now} from unnest({ids}) as id)
             insert into care_file_piece (file_id, number, key_id, sealed)
             select piece.file, piece.number, {keys.CurrentKey}, piece.bytes from unnest({of}, {numbers}, {bytes}) as piece (file, number, bytes)
             """,
            ct);
    }

    /// <summary>A file, opened while it is read.</summary>
    public Stream Open(Guid file) => new PieceStream(number => Open(file, number, db.Set<CareFilePiece>().AsNoTracking().SingleOrDefault(p => p.FileId == file && p.Number == number)));

    /// <summary>One piece, opened; null after the last one.</summary>
    public async Task<byte[]?> PieceAsync(Guid file, int number, CancellationToken ct) =>
        Open(file, number, await db.Set<CareFilePiece>().AsNoTracking().SingleOrDefaultAsync(p => p.FileId == file && p.Number == number, ct));

    /// <summary>The pieces of a file in their order. Every file has one, so it was destroyed when there is none.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync(Guid file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var isKept = false;
        await foreach (var piece in db.Set<CareFilePiece>().AsNoTracking().Where(p => p.FileId == file).OrderBy(p => p.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            isKept = true;
            yield return Open(file, piece.Number, piece)!;
        }

        if (!isKept)
            throw new DomainException(CareOrderRules.FileDestroyed);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> content)
    {
        for (var start = 0; start == 0 || start < content.Length; start += PieceBytes)
            yield return content.Slice(start, Math.Min(PieceBytes, content.Length - start));
    }

    // The file goes along with its first piece, the only one of most.
    private async Task AddPieceAsync(Guid file, int number, ReadOnlyMemory<byte> clear, DateTimeOffset now, CancellationToken ct)
    {
        var bytes = keys.Seal(clear.Span, Place(file, number));
        if (number == 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 with kept as (insert into care_file (id, stored_at) values ({file}, {now}))
                 insert into care_file_piece (file_id, number, key_id, sealed) values ({file}, {number}, {keys.CurrentKey}, {bytes})
                 """,
                ct);
        }
        else
        {
            await db.Database.ExecuteSqlAsync($"insert into care_file_piece (file_id, number, key_id, sealed) values ({file}, {number}, {keys.CurrentKey}, {bytes})", ct);
        }
    }

    private byte[]? Open(Guid file, int number, CareFilePiece? piece) => piece is null ? null : keys.Open(piece.KeyId, piece.Sealed, Place(file, number));
}
