using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Aspire.Dashboard.Telemetry.Journal;

/// <summary>
/// Records in files of limited size, oldest file first to go. A record is its length, its checksum and its bytes;
/// what a crash left half-written at the end of a file is noticed and left out.
/// </summary>
internal sealed class SegmentLog : IDisposable
{
    private const int Segments = 4;
    private const int HeaderSize = 8;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder;
    private readonly string _name;
    private readonly long _segmentBytes;
    private FileStream? _current;
    private long _number;

    public SegmentLog(string folder, string name, long maxBytes)
    {
        (_folder, _name, _segmentBytes) = (folder, name, Math.Max(1, maxBytes / Segments));
        _number = Files().Select(file => file.Number).DefaultIfEmpty().Max();
    }

    /// <summary>Reads every whole record, oldest first; the answer counts files with a damaged end.</summary>
    public int Read(long largest, Action<byte[]> take)
    {
        var damaged = 0;
        foreach (var (path, _) in Files())
        {
            using var file = File.OpenRead(path);
            if (!ReadFile(file, largest, take))
                damaged++;
        }

        return damaged;
    }

    public void Append(ReadOnlySpan<byte> record)
    {
        var file = Current(record.Length + HeaderSize);
        Span<byte> header = stackalloc byte[HeaderSize];
        BinaryPrimitives.WriteInt32LittleEndian(header, record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(record));
        file.Write(header);
        file.Write(record);
    }

    public void Flush() => _current?.Flush();

    public void Dispose() => _current?.Dispose();

    private static bool ReadFile(FileStream file, long largest, Action<byte[]> take)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        while (true)
        {
            var read = file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false);
            if (read == 0)
                return true;
            var length = BinaryPrimitives.ReadInt32LittleEndian(header);
            if (read < HeaderSize || length < 0 || length > largest || length > file.Length - file.Position)
                return false;
            var record = new byte[length];
            file.ReadExactly(record);
            if (Checksum(record) != BinaryPrimitives.ReadUInt32LittleEndian(header[4..]))
                return false;
            take(record);
        }
    }

    /// <summary>A new run writes a file of its own, so nothing follows a damaged end.</summary>
    private FileStream Current(int needed)
    {
        if (_current is { } open && (open.Length == 0 || open.Length + needed <= _segmentBytes))
            return open;
        _current?.Dispose();
        _number++;
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{_name}.{_number:d8}"));
        _current = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            UnixCreateMode = OwnerOnly,
        });
        RemoveBeyondLimit();
        return _current;
    }

    private void RemoveBeyondLimit()
    {
        var files = Files();
        var bytes = files.Sum(file => new FileInfo(file.Path).Length);
        foreach (var (path, number) in files)
        {
            // What the newest file will hold counts as written already.
            if (number == _number || bytes + _segmentBytes <= _segmentBytes * Segments)
                return;
            bytes -= new FileInfo(path).Length;
            File.Delete(path);
        }
    }

    private List<(string Path, long Number)> Files() =>
        [.. Directory.EnumerateFiles(_folder, $"{_name}.*")
            .Select(path => (path, Number: long.TryParse(Path.GetExtension(path).AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0))
            .Where(file => file.Number > 0)
            .OrderBy(file => file.Number)];

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var rest in bytes)
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }
}
