namespace Regio.ExpertTable.Reads;

/// <summary>What is wrong with the read log.</summary>
internal enum ReadFaultKind
{
    LineMissing,
    LineChanged,
    LinkChanged,
    AnchorMissed,
}

/// <summary>The first fault of the read log.</summary>
internal sealed record ReadFault(ReadFaultKind Kind, long Number);

/// <summary>Follows the chain line by line from a place on, until the first fault.</summary>
/// <param name="chain">The chain.</param>
/// <param name="from">Where to begin. Unless that is the start, the line itself comes first.</param>
/// <param name="kept">An anchor that the chain must pass through; null: none.</param>
internal sealed class ChainCheck(ReadChain chain, ReadAnchor from, ReadAnchor? kept)
{
    private bool _begun;
    private ReadAnchor? _head;

    /// <summary>The last line that is whole.</summary>
    public ReadAnchor Head => _head ?? from;

    public long Checked { get; private set; }

    public ReadFault? Fault { get; private set; }

    /// <summary>Looks at the next line, in the order of numbers; false at a fault.</summary>
    public bool Pass(LoggedRead line)
    {
        if (!_begun && from.Number > 0)
            return Begin(line);
        _begun = true;
        Fault = FaultOf(line);
        if (Fault is not null)
            return false;
        _head = new ReadAnchor(line.Number!.Value, line.Link!);
        Checked++;
        return true;
    }

    /// <summary>The chain has no more lines: what should have come by now is missing.</summary>
    public void End()
    {
        if (Fault is not null)
            return;
        if (!_begun && from.Number > 0)
            Fault = new ReadFault(ReadFaultKind.AnchorMissed, from.Number);
        else if (kept is not null && kept.Number > Head.Number)
            Fault = new ReadFault(ReadFaultKind.AnchorMissed, kept.Number);
    }

    private bool Begin(LoggedRead line)
    {
        _begun = true;
        if (line.Number != from.Number || !Same(line.Link!, from.Link))
            Fault = new ReadFault(ReadFaultKind.AnchorMissed, from.Number);
        return Fault is null;
    }

    private ReadFault? FaultOf(LoggedRead line)
    {
        var number = Head.Number + 1;
        if (line.Number != number)
            return new ReadFault(ReadFaultKind.LineMissing, number);
        if (!Same(line.Link!, chain.Link(Head.Link, number, line.Digest!)))
            return new ReadFault(ReadFaultKind.LinkChanged, number);
        if (!IsAsWritten(line))
            return new ReadFault(ReadFaultKind.LineChanged, number);
        return kept?.Number == number && !Same(kept.Link, line.Link!) ? new ReadFault(ReadFaultKind.AnchorMissed, number) : null;
    }

    private bool IsAsWritten(LoggedRead line) => line.Blanked is { } proof
        ? Same(proof, chain.Blank(line, line.Link!)) && line is { SubjectPseudonym: null, TraceId: "" }
        : Same(line.Digest!, chain.Digest(line));

    private static bool Same(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);
}
