using System.Text;
using Regio.CareMessages.Description;

namespace Regio.MessageGenerator;

/// <summary>A claim of any size that is in no memory and on no disk: one client, said again and again. Right in structure; its references repeat.</summary>
public sealed class ClaimStream : Stream
{
    private const string Mark = "<Client>";
    private const string EndMark = "</Client>";

    private readonly byte[] _end;
    private readonly byte[] _client;
    private long _clientsLeft;
    private byte[] _piece;
    private int _at;
    private bool _isEnd;

    /// <summary>A claim of at least so many bytes, but for one client.</summary>
    public ClaimStream(long bytes)
    {
        var text = Encoding.UTF8.GetString(One());
        var (from, to) = (text.IndexOf(Mark, StringComparison.Ordinal), text.IndexOf(EndMark, StringComparison.Ordinal) + EndMark.Length);
        _piece = Encoding.UTF8.GetBytes(text[..from]);
        _client = Encoding.UTF8.GetBytes(text[from..to]);
        _end = Encoding.UTF8.GetBytes(text[to..]);
        Clients = Math.Max(1, (bytes - _piece.Length - _end.Length) / _client.Length);
        _clientsLeft = Clients;
    }

    /// <summary>How many clients it has.</summary>
    public long Clients { get; }

    /// <summary>Bytes read until now.</summary>
    public long Taken { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => Taken; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_at == _piece.Length && !Next())
            return 0;
        var count = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsSpan(_at, count).CopyTo(buffer);
        (_at, Taken) = (_at + count, Taken + count);
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        if (_isEnd)
            return false;
        (_at, _isEnd) = (0, _clientsLeft == 0);
        _piece = _isEnd ? _end : _client;
        _clientsLeft--;
        return true;
    }

    // The claim of a generated month that has one client.
    private static byte[] One()
    {
        var plan = ChainPlan.Drenthe(1);
        foreach (var file in new ChainGenerator(plan).Files().Where(file => file.Kind == MessageKind.Jw323))
        {
            using var stream = new MemoryStream();
            file.Write(stream);
            return stream.ToArray();
        }

        throw new InvalidOperationException("A year without a claim.");
    }
}
