using System.Runtime.InteropServices;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Model;

/// <summary>A place in a file, both from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column where the name of the element begins.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Position(int Line, int Column);

/// <summary>
/// The value of an element: what it means, the text it was read from, and where that stood. An element that is left out has none.
/// Written again it is the same text, also where a number had zeros in front of it.
/// </summary>
/// <typeparam name="T"><see cref="string"/>, <see cref="long"/>, <see cref="DateOnly"/> or <see cref="TimeOnly"/>.</typeparam>
[StructLayout(LayoutKind.Auto)]
public readonly struct Value<T>
    where T : notnull
{
    private readonly T _data;

    // Null when the text is what this system would write itself.
    private readonly string? _text;

    /// <summary>A value that was not read from anywhere.</summary>
    public Value(T data)
        : this(data, null, default)
    {
    }

    internal Value(T data, string? text, Position position) => (_data, _text, Position, HasValue) = (data, text, position, true);

    /// <summary>Whether the element is there.</summary>
    public bool HasValue { get; }

    /// <summary>Where it was read; zero for a value that was made.</summary>
    public Position Position { get; }

    /// <summary>What it means; throws when the element is not there.</summary>
    public T Data => HasValue ? _data : throw new InvalidOperationException("The element has no value.");

    /// <summary>Whether it is there and means this.</summary>
    public bool Is(T data) => HasValue && EqualityComparer<T>.Default.Equals(_data, data);

    /// <summary>What it means, or this when it is not there.</summary>
    public T Or(T other) => HasValue ? _data : other;

    internal string TextAs(Lexical<T> type) => _text ?? type.Canonical(Data);

    /// <summary>What it means, for the log of a test; empty when it is not there.</summary>
    public override string ToString() => HasValue ? $"{_data}" : "";

    /// <summary>A value that was not read from anywhere.</summary>
    public static implicit operator Value<T>(T data) => new(data);
}
