namespace Regio.CareMessages.Tests.Support;

/// <summary>A file that is some bytes, then the same bytes many times, then others; nothing of it is held.</summary>
internal sealed class Pieces(byte[] start, byte[] middle, long times, byte[] end) : Stream
{
    private byte[] _piece = start;
    private long _left = times;
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static Pieces Of(string text, string mark, string repeated, long times)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return new Pieces(Samples.Bytes(text[..at]), Samples.Bytes(repeated), times, Samples.Bytes(text[(at + mark.Length)..]));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _piece.Length && _left >= 0)
            (_piece, _at) = (_left-- > 0 ? middle : end, 0);
        var count = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
