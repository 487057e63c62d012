using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Description;

/// <summary>An element that holds a class.</summary>
internal sealed class PartField<TOwner, TPart>(
    string name, string elementNamespace, bool isRequired, Shape shape, Func<TOwner, TPart?> get, Action<TOwner, TPart> set)
    : Field(name, elementNamespace, isRequired)
    where TOwner : MessagePart
    where TPart : MessagePart, new()
{
    public override IReadOnlyList<Element> Children => shape.Fields;

    public override void Read(MessageCursor cursor, MessagePart owner)
    {
        // A mandatory class is there from the beginning; it is filled rather than made again.
        var part = get((TOwner)owner) ?? new TPart();
        part.PlaceIn(owner, Name);
        set((TOwner)owner, part);
        shape.Read(cursor, part);
        cursor.Complete(part);
    }

    public override void Write(MessageOutput output, MessagePart owner)
    {
        if (get((TOwner)owner) is not { } part)
        {
            if (IsRequired)
                throw MessageOutput.Missing(owner, Name);
            return;
        }

        part.PlaceIn(owner, Name);
        output.Start(this);
        shape.Write(output, part);
        output.End();
    }

    public override void Copy(MessagePart from, MessagePart to)
    {
        if (get((TOwner)from) is not { } part)
            return;
        var copy = new TPart();
        copy.PlaceIn(to, Name);
        shape.Copy(part, copy);
        set((TOwner)to, copy);
    }

    public override IEnumerable<MessagePart> Parts(MessagePart owner) => get((TOwner)owner) is { } part ? [part] : [];
}

/// <summary>An element that holds one or more of a class.</summary>
internal sealed class PartListField<TOwner, TPart>(
    string name, string item, string elementNamespace, bool isRequired, bool isStreamed, Shape shape,
    Func<TOwner, IEnumerable<TPart>> get, Action<TOwner, List<TPart>> set)
    : Field(name, elementNamespace, isRequired), IListField
    where TOwner : MessagePart
    where TPart : MessagePart, new()
{
    public Element Item { get; } = new ListItem(item, elementNamespace, shape);

    public override IReadOnlyList<Element> Children => [Item];

    public override void Read(MessageCursor cursor, MessagePart owner)
    {
        var parts = new List<TPart>();
        set((TOwner)owner, parts);
        cursor.ReadList(owner, this, index =>
        {
            var part = new TPart();
            part.PlaceIn(owner, Item.Name, Name, index);
            shape.Read(cursor, part);
            cursor.Complete(part);
            if (!isStreamed || !cursor.HandOver(part))
                parts.Add(part);
        });
    }

    public override void Write(MessageOutput output, MessagePart owner)
    {
        var index = 0;
        foreach (var part in get((TOwner)owner))
        {
            if (index == 0)
                output.Start(this);
            part.PlaceIn(owner, Item.Name, Name, ++index);
            output.Start(Item);
            shape.Write(output, part);
            output.End();
        }

        if (index > 0)
            output.End();
        else if (IsRequired)
            throw MessageOutput.Missing(owner, Name);
    }

    public override void Copy(MessagePart from, MessagePart to)
    {
        var copies = new List<TPart>();
        foreach (var part in get((TOwner)from))
        {
            var copy = new TPart();
            copy.PlaceIn(to, Item.Name, Name, copies.Count + 1);
            shape.Copy(part, copy);
            copies.Add(copy);
        }

        set((TOwner)to, copies);
    }

    public override IEnumerable<MessagePart> Parts(MessagePart owner) => get((TOwner)owner);
}
