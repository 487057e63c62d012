using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regio.ExpertTable.Reads;

/// <summary>
/// Links the lines of the read log under a key that is not in the database. A link covers the one before it and the
/// digest of its line, so no line can be changed, taken out or put in between by whoever has the database alone.
/// </summary>
internal sealed class ReadChain(byte[] key) : IDisposable
{
    // One for each thread, keyed once: a million lines are hashed in half the time.
    private readonly ThreadLocal<IncrementalHash> _hash = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key), trackAllValues: true);

    private const int LongBytes = 8;
    private const int GuidBytes = 16;

    /// <summary>What stands before the first line.</summary>
    public static ReadAnchor Start { get; } = new(0, new byte[HMACSHA256.HashSizeInBytes]);

    public void Dispose()
    {
        foreach (var hash in _hash.Values)
            hash.Dispose();
        _hash.Dispose();
    }

    /// <summary>Of what the line says: each part with its length, so that no two lines are written alike.</summary>
    public byte[] Digest(LoggedRead line)
    {
        string[] texts = [line.Reader, line.Role, line.Purpose.ToString(), line.Ground.ToString(), line.Method, line.TraceId];
        var content = new byte[(2 * LongBytes) + (2 * GuidBytes) + texts.Sum(text => LongBytes + Encoding.UTF8.GetByteCount(text))];
        var rest = content.AsSpan();
        Write(ref rest, line.Sequence);
        Write(ref rest, line.ReadAt.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Write(ref rest, line.CaseId);
        Write(ref rest, line.SubjectPseudonym ?? Guid.Empty);
        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetBytes(text, rest[LongBytes..]);
            Write(ref rest, length);
            rest = rest[length..];
        }

        return Hash(content);
    }

    /// <summary>The link of the line with this number, after the one before.</summary>
    public byte[] Link(byte[] previous, long number, byte[] digest)
    {
        Span<byte> content = stackalloc byte[(2 * HMACSHA256.HashSizeInBytes) + LongBytes];
        previous.CopyTo(content);
        BinaryPrimitives.WriteInt64BigEndian(content[HMACSHA256.HashSizeInBytes..], number);
        digest.CopyTo(content[(HMACSHA256.HashSizeInBytes + LongBytes)..]);
        return Hash(content);
    }

    /// <summary>Proof that the service itself took the child out of the line that had this link: only it has the key.</summary>
    public byte[] Blank(LoggedRead line, byte[] link)
    {
        byte[] content = [.. "blanked"u8, .. link, .. Digest(line with { SubjectPseudonym = null, TraceId = "" })];
        return Hash(content);
    }

    private byte[] Hash(ReadOnlySpan<byte> content)
    {
        var hash = _hash.Value!;
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    private static void Write(ref Span<byte> rest, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(rest, value);
        rest = rest[LongBytes..];
    }

    private static void Write(ref Span<byte> rest, Guid value)
    {
        value.TryWriteBytes(rest);
        rest = rest[GuidBytes..];
    }
}

/// <summary>A place in the chain.</summary>
internal sealed record ReadAnchor(long Number, byte[] Link);
