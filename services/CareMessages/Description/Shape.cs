using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Description;

/// <summary>What a class of a kind of message looks like: its elements in order.</summary>
internal sealed class Shape
{
    // Filled after construction, since classes hold each other.
    // An array, not an interface: they are looked at for every element of a file.
    public Field[] Fields { get; set; } = [];

    /// <summary>Reads the content of a class; the reader stands on its start tag, and after its end tag when this returns.</summary>
    public void Read(MessageCursor cursor, MessagePart part)
    {
        part.Position = cursor.Here;
        var next = 0;
        var isOpen = cursor.Enter(part, null);
        while (isOpen && cursor.MoveToChild(part, null))
            next = ReadChild(cursor, part, next);
        ReportMissing(cursor, part, next, Fields.Length);
        cursor.Leave();
    }

    public void Write(MessageOutput output, MessagePart part)
    {
        foreach (var field in Fields)
            field.Write(output, part);
    }

    public void Copy(MessagePart from, MessagePart to)
    {
        to.Position = from.Position;
        foreach (var field in Fields)
            field.Copy(from, to);
    }

    private int ReadChild(MessageCursor cursor, MessagePart part, int next)
    {
        var at = next;
        while (at < Fields.Length && !cursor.IsAt(Fields[at]))
            at++;
        if (at == Fields.Length)
        {
            cursor.SkipUnexpected(part, Fields, next);
            return next;
        }

        ReportMissing(cursor, part, next, at);
        Fields[at].Read(cursor, part);
        return at + 1;
    }

    private void ReportMissing(MessageCursor cursor, MessagePart part, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Fields[i].IsRequired)
                cursor.ReportMissing(part, Fields[i].Name);
        }
    }
}

/// <summary>An element: its name, and what it holds.</summary>
internal abstract class Element(string name, string elementNamespace, bool isRequired)
{
    /// <summary>The name, interned: the reader compares references.</summary>
    public string Name { get; } = string.Intern(name);

    public string Namespace { get; } = string.Intern(elementNamespace);

    public bool IsRequired { get; } = isRequired;

    /// <summary>What it holds; nothing for a value.</summary>
    public virtual IReadOnlyList<Element> Children => [];
}

/// <summary>What a list holds. The list reads and writes it, and places it in the message.</summary>
internal sealed class ListItem(string name, string elementNamespace, Shape shape) : Element(name, elementNamespace, isRequired: true)
{
    public override IReadOnlyList<Element> Children => shape.Fields;
}

/// <summary>An element that is a property of a class.</summary>
internal abstract class Field(string name, string elementNamespace, bool isRequired) : Element(name, elementNamespace, isRequired)
{
    public abstract void Read(MessageCursor cursor, MessagePart owner);

    public abstract void Write(MessageOutput output, MessagePart owner);

    /// <summary>Gives another object of the class what this one has, in objects of its own; the text of values stays what was read.</summary>
    public abstract void Copy(MessagePart from, MessagePart to);

    /// <summary>The classes that it holds; none for a value. What was handed over while it was read is gone.</summary>
    public virtual IEnumerable<MessagePart> Parts(MessagePart owner) => [];
}
