using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Reading;

/// <summary>The first bytes of a file tell its encoding before any XML is read.</summary>
/// <param name="Stream">The file, with the bytes that were looked at.</param>
/// <param name="Fault">What is wrong with them.</param>
/// <param name="IsReadable">Whether reading can go on: a UTF-8 mark is a fault, but the rest can be judged too.</param>
internal sealed record FileStart(Stream Stream, StructureRule? Fault, bool IsReadable)
{
    public static FileStart Of(Stream stream)
    {
        var start = new byte[4];
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start.AsMemory(0, count), stream);
        return start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new(whole, StructureRules.ByteOrderMark, true),
            [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, 0, 0xFE, 0xFF] => new(whole, StructureRules.Encoding, false),
            [0, ..] or [_, 0, ..] when count >= 2 => new(whole, StructureRules.Encoding, false),
            _ => new(whole, null, true),
        };
    }

    /// <summary>A stream that begins with bytes that were read from it already.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _prefix = prefix;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_prefix.IsEmpty)
                return rest.Read(buffer);
            var count = Math.Min(buffer.Length, _prefix.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
