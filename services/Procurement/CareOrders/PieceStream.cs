namespace Regio.Procurement.CareOrders;

/// <summary>Reads piece after piece; the reader of messages is synchronous.</summary>
internal sealed class PieceStream(Func<int, byte[]?> open) : Stream
{
    private byte[]? _piece = [];
    private int _next;
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_piece is not null && _at == _piece.Length)
            (_piece, _at) = (open(_next++), 0);
        if (_piece is null)
            return 0;
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
