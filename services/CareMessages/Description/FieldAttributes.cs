using System.Runtime.CompilerServices;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Description;

/// <summary>
/// Says that a property is an element of the same name. The properties of a class, in the order in which they stand in the source,
/// are the sequence of the schema; from them follow reading, writing and the judgement of structure.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class FieldAttribute(SimpleType type, bool isRequired, string? item, int line) : Attribute
{
    public SimpleType Type { get; } = type;

    public bool IsRequired { get; } = isRequired;

    /// <summary>For a list: the name of what it holds.</summary>
    public string? Item { get; } = item;

    public int Line { get; } = line;
}

/// <summary>Exactly one.</summary>
internal sealed class OneAttribute(SimpleType type, [CallerLineNumber] int line = 0) : FieldAttribute(type, true, null, line)
{
    public OneAttribute([CallerLineNumber] int line = 0)
        : this(SimpleType.None, line)
    {
    }
}

/// <summary>One or none.</summary>
internal sealed class MaybeAttribute(SimpleType type, [CallerLineNumber] int line = 0) : FieldAttribute(type, false, null, line)
{
    public MaybeAttribute([CallerLineNumber] int line = 0)
        : this(SimpleType.None, line)
    {
    }
}

/// <summary>An element that holds one or more of another.</summary>
internal sealed class ListAttribute(string item, bool isRequired = true, SimpleType type = SimpleType.None, [CallerLineNumber] int line = 0)
    : FieldAttribute(type, isRequired, item, line)
{
    /// <summary>Whether what it holds is handed over one by one, since there can be more than memory should hold.</summary>
    public bool IsStreamed { get; init; }
}

/// <summary>The class is one of the shared schema: its children are in the namespace of that schema.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BasicTypeAttribute : Attribute;

/// <summary>The name of the element, where the property cannot have it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ElementNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
