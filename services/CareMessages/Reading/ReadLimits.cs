namespace Regio.CareMessages.Reading;

/// <summary>How much a reader takes before it stops. Within these limits its memory does not grow with the file.</summary>
public sealed record ReadLimits
{
    /// <summary>Largest file, in bytes. The standard says 25 MB (OP179).</summary>
    public long Bytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>How deep elements are nested; messages need ten levels.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Longest value, in characters: only free text has no limit of its own.</summary>
    public int ValueLength { get; init; } = 64 * 1024;

    /// <summary>Largest tag, comment or instruction, in bytes.</summary>
    public int MarkupBytes { get; init; } = 1024 * 1024;

    /// <summary>Elements that do not belong there, attributes and instructions, together.</summary>
    public int Noise { get; init; } = 10_000;

    /// <summary>Findings after which reading stops.</summary>
    public int Findings { get; init; } = 500;

    /// <summary>Classes that one client may hold, since a client is read as a whole.</summary>
    public int PartsAtOnce { get; init; } = 250_000;
}
