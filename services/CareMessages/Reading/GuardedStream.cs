using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Reading;

/// <summary>
/// Counts what the XML reader takes: in all, and since it last came back with something. It would keep a tag of any length in memory,
/// so whoever sends one is stopped here.
/// </summary>
internal sealed class GuardedStream(Stream inner, ReadLimits limits) : Stream
{
    private long _total;
    private long _progress;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _total; set => throw new NotSupportedException(); }

    /// <summary>The reader came back with something.</summary>
    public void Progressed() => _progress = _total;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_total - _progress > limits.MarkupBytes)
            throw new ReadStoppedException(StructureRules.TooMuchMarkup);
        var read = inner.Read(buffer);
        _total += read;
        return _total <= limits.Bytes ? read : throw new ReadStoppedException(StructureRules.TooManyBytes);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Reading cannot go on; the rule says why.</summary>
internal sealed class ReadStoppedException(StructureRule rule) : Exception(rule.Description)
{
    public StructureRule Rule { get; } = rule;
}
