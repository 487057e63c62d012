using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Types;

/// <summary>How a simple type is written: what a text must look like to be one.</summary>
internal abstract class Lexical
{
    /// <summary>What is allowed, in Dutch, to complete "moet … zijn".</summary>
    public abstract string Allowed { get; }

    /// <summary>The rule that a text breaks, or null when it is a value of this type.</summary>
    public abstract StructureRule? Fault(ReadOnlySpan<char> text);
}

/// <summary>A simple type whose values are of one kind in C#.</summary>
internal abstract class Lexical<T> : Lexical
{
    /// <summary>Reads a value; <paramref name="fault"/> says which rule the text breaks when it is none.</summary>
    public abstract bool TryRead(ReadOnlySpan<char> text, out T value, out StructureRule? fault);

    /// <summary>The text of a value as this system writes it.</summary>
    public abstract string Canonical(T value);

    public sealed override StructureRule? Fault(ReadOnlySpan<char> text)
    {
        TryRead(text, out _, out var fault);
        return fault;
    }

    // White space around numbers and dates does not count in XML Schema; within strings it does.
    protected static ReadOnlySpan<char> Collapsed(ReadOnlySpan<char> text) => text.Trim(" \t\r\n");
}
