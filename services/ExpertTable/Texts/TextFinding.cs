using System.Runtime.InteropServices;

namespace Regio.ExpertTable.Texts;

/// <summary>What a text gives away.</summary>
internal enum FindingKind
{
    /// <summary>A name of a child of the case.</summary>
    Name,

    /// <summary>A street with a number.</summary>
    Address,

    Postcode,

    Phone,

    Email,

    /// <summary>A number that passes the eleven-test.</summary>
    Bsn,
}

/// <summary>A place in a text that gives somebody away. Tells where and not what, so that it can be told to anybody.</summary>
/// <param name="Field">The field of the text.</param>
/// <param name="Offset">UTF-16 code units before it, as editors count.</param>
/// <param name="Length">In the same units.</param>
/// <param name="Kind">What it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextFinding(string Field, int Offset, int Length, FindingKind Kind);

/// <summary>A text of a request or of a file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct WrittenText(string field, string text)
{
    public string Field { get; } = field;

    public string Text { get; } = text;
}
