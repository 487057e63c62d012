using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Description;

/// <summary>What a class of a kind of message looks like: its elements in order.</summary>
internal sealed class Shape
{
    // Filled after construction, since classes hold each other.
    public IReadOnlyList<Field> Fields { get; set; } = [];

    /// <summary>Reads the content of a class; the reader stands on its start tag, and after its end tag when this returns.</summary>
    public void Read(MessageCursor cursor, MessagePart part)
    {
        part.Position = cursor.Here;
        var next = 0;
        var isOpen = cursor.Enter(part, null);
        while (isOpen && cursor.MoveToChild(part, null))
            next = ReadChild(cursor, part, next);
        ReportMissing(cursor, part, next, Fields.Count);
        cursor.Leave();
    }

    public void Write(MessageOutput output, MessagePart part)
    {
        foreach (var field in Fields)
            field.Write(output, part);
    }

    private int ReadChild(MessageCursor cursor, MessagePart part, int next)
    {
        var at = next;
        while (at < Fields.Count && !cursor.IsAt(Fields[at]))
            at++;
        if (at == Fields.Count)
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

/// <summary>An element within a class.</summary>
internal abstract class Field(string name, string elementNamespace, bool isRequired)
{
    /// <summary>The name, interned: the reader compares references.</summary>
    public string Name { get; } = string.Intern(name);

    public string Namespace { get; } = string.Intern(elementNamespace);

    public bool IsRequired { get; } = isRequired;

    public abstract void Read(MessageCursor cursor, MessagePart owner);

    public abstract void Write(MessageOutput output, MessagePart owner);

    /// <summary>The fields of what it holds; none for a value.</summary>
    public virtual IReadOnlyList<Field> Children => [];
}
