using System.Runtime.CompilerServices;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Types;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Description;

/// <summary>An element that holds a value.</summary>
internal sealed class ValueField<TOwner, T>(
    string name, string elementNamespace, bool isRequired, Lexical<T> type, Func<TOwner, Value<T>> get, Action<TOwner, Value<T>> set)
    : Field(name, elementNamespace, isRequired), IValueField
    where TOwner : MessagePart
    where T : notnull
{
    public Lexical Type => type;

    // A field belongs to the shape of its class, so what it reads into is of that class; to look again would cost a tenth of reading.
    public override void Read(MessageCursor cursor, MessagePart owner)
    {
        if (cursor.TryReadValue(owner, Name, null, type, out var value))
            set(Unsafe.As<TOwner>(owner), value);
    }

    public override void Write(MessageOutput output, MessagePart owner)
    {
        var value = get((TOwner)owner);
        if (value.HasValue)
            output.Value(this, owner, type, value);
        else if (IsRequired)
            throw MessageOutput.Missing(owner, Name);
    }

    public override void Copy(MessagePart from, MessagePart to) => set((TOwner)to, get((TOwner)from));
}

/// <summary>An element of which a test wants to know the type.</summary>
internal interface IValueField
{
    Lexical Type { get; }
}

/// <summary>An element that holds a value one or more times: the codes of a return message.</summary>
internal sealed class ValueListField<TOwner>(
    string name, string item, string elementNamespace, bool isRequired, Lexical<string> type,
    Func<TOwner, IReadOnlyList<Value<string>>> get, Action<TOwner, IReadOnlyList<Value<string>>> set)
    : Field(name, elementNamespace, isRequired), IListField
    where TOwner : MessagePart
{
    public Element Item { get; } = new ValueItem(item, elementNamespace, type);

    public override IReadOnlyList<Element> Children => [Item];

    public override void Read(MessageCursor cursor, MessagePart owner)
    {
        var values = new List<Value<string>>(1);
        cursor.ReadList(owner, this, index =>
        {
            if (cursor.TryReadValue(owner, $"{Item.Name}[{index}]", Name, type, out var value))
                values.Add(value);
        });
        set((TOwner)owner, values);
    }

    public override void Write(MessageOutput output, MessagePart owner)
    {
        var values = get((TOwner)owner);
        if (values.Count == 0 && !IsRequired)
            return;
        if (values.Count == 0)
            throw MessageOutput.Missing(owner, Name);
        output.Start(this);
        foreach (var value in values)
            output.Value(Item, owner, type, value);
        output.End();
    }

    public override void Copy(MessagePart from, MessagePart to) => set((TOwner)to, [.. get((TOwner)from)]);

    private sealed class ValueItem(string name, string elementNamespace, Lexical type) : Element(name, elementNamespace, isRequired: true), IValueField
    {
        public Lexical Type => type;
    }
}

/// <summary>A list: an element that holds one or more of another.</summary>
internal interface IListField
{
    string Name { get; }

    Element Item { get; }
}
