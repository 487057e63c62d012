using System.Xml;
using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Reading;

/// <summary>A walk through the elements of one file, forwards only: what shapes and fields read from, and what they report to.</summary>
internal sealed partial class MessageCursor(XmlReader reader, GuardedStream stream, FindingList findings, ReadLimits limits, IMessageObserver? observer)
{
    private readonly IXmlLineInfo _place = (IXmlLineInfo)reader;
    private MessagePart? _owner;
    private string? _child;
    private int _parts;

    /// <summary>Elements that do not belong, attributes and instructions: each may have brought a name.</summary>
    public int Noise { get; private set; }

    /// <summary>The path of what is being read: where reading stopped, when it did.</summary>
    public string Path => _owner is null ? "/" : PathOf(_owner, _child);

    /// <summary>Where the reader stands.</summary>
    public Position Here => new(_place.LineNumber, _place.LinePosition);

    public bool IsAt(Element field) => ReferenceEquals(reader.LocalName, field.Name) && ReferenceEquals(reader.NamespaceURI, field.Namespace);

    /// <summary>Goes into the element on whose start tag the reader stands; false when it is written as empty.</summary>
    public bool Enter(MessagePart owner, string? child)
    {
        (_owner, _child) = (owner, child);
        if (reader.HasAttributes)
            CheckAttributes(owner, child);
        if (reader.IsEmptyElement)
            return false;
        Move();
        return true;
    }

    /// <summary>Moves to the next start tag within the element that was entered; false at its end tag.</summary>
    public bool MoveToChild(MessagePart owner, string? child)
    {
        (_owner, _child) = (owner, child);
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    return true;
                case XmlNodeType.EndElement:
                    return false;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    findings.Add(StructureRules.StrayText, PathOf(owner, child), Here, child ?? NameOf(owner));
                    Move();
                    break;
                default:
                    PassOver();
                    break;
            }
        }
    }

    /// <summary>Leaves the element whose end tag, or empty tag, the reader stands on.</summary>
    public void Leave() => Move();

    /// <summary>Reads a list: its element and, with their place from 1, the elements in it.</summary>
    public void ReadList(MessagePart owner, IListField list, Action<int> readItem)
    {
        var (count, item) = (0, list.Item);
        var isOpen = Enter(owner, list.Name);
        while (isOpen && MoveToChild(owner, list.Name))
        {
            if (IsAt(item))
                readItem(++count);
            else
                SkipUnknown(owner, list.Name);
        }

        if (count == 0)
            findings.Add(StructureRules.Missing, $"{PathOf(owner, list.Name)}/{item.Name}", Here, item.Name);
        Leave();
    }

    /// <summary>A class has been read: rules within the message may look at it.</summary>
    public void Complete(MessagePart part)
    {
        if (++_parts > limits.PartsAtOnce)
            throw new ReadStoppedException(StructureRules.PartTooLarge);
        observer?.Completed(part);
    }

    /// <summary>Gives a client of a claim away instead of keeping it; false when nobody takes it.</summary>
    public bool HandOver(MessagePart part)
    {
        if (observer is null || !observer.Takes(part))
            return false;
        _parts = 0;
        return true;
    }

    public void ReportMissing(MessagePart owner, string name) =>
        findings.Add(StructureRules.Missing, PathOf(owner, name), Here, name);

    /// <summary>An element that the class does not have at this place: is it known elsewhere in the class?</summary>
    public void SkipUnexpected(MessagePart owner, IReadOnlyList<Field> fields, int next)
    {
        var known = -1;
        for (var i = 0; i < next; i++)
        {
            if (IsAt(fields[i]))
                known = i;
        }

        var rule = known < 0 ? StructureRules.UnknownElement : known == next - 1 ? StructureRules.Repeated : StructureRules.WrongOrder;
        AddAtHere(rule, PathOf(owner, child: null));
        SkipElement();
    }

    private void SkipUnknown(MessagePart owner, string child)
    {
        AddAtHere(StructureRules.UnknownElement, PathOf(owner, child));
        SkipElement();
    }

    private void SkipElement()
    {
        var depth = reader.Depth;
        CountNoise();
        if (!reader.IsEmptyElement)
        {
            Move();
            while (reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element)
                    CountNoise();
                // What belongs in a message is never deep, so only what does not is looked at.
                if (reader.Depth > limits.Depth)
                    throw new ReadStoppedException(StructureRules.TooDeep);
                Move();
            }
        }

        Move();
    }

    // Comments are dropped by the XML reader; what is left is white space, which is free, and instructions.
    private void PassOver()
    {
        if (reader.NodeType == XmlNodeType.ProcessingInstruction)
            CountNoise();
        Move();
    }

    // Each new name stays in the reader's table of names, so there can only be so many of them.
    private void CountNoise()
    {
        if (++Noise > limits.Noise)
            throw new ReadStoppedException(StructureRules.TooMuchNoise);
    }

    private void Move()
    {
        reader.Read();
        stream.Progressed();
    }

    private void CheckAttributes(MessagePart owner, string? child)
    {
        const string Xmlns = "http://www.w3.org/2000/xmlns/";
        const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
        while (reader.MoveToNextAttribute())
        {
            CountNoise();
            var isAllowed = reader.NamespaceURI is Xmlns || (reader.NamespaceURI is Instance && reader.LocalName is "schemaLocation" or "noNamespaceSchemaLocation");
            if (!isAllowed)
                findings.Add(StructureRules.Attribute, PathOf(owner, child), Here, child ?? NameOf(owner));
        }

        reader.MoveToElement();
    }

    private static string PathOf(MessagePart owner, string? child) => child is null ? owner.Path : $"{owner.Path}/{child}";

    private static string NameOf(MessagePart part) => part.Path[(part.Path.LastIndexOf('/') + 1)..];

    // A name that somebody made up could say anything, who a client is too.
    private void AddAtHere(StructureRule rule, string owner)
    {
        if (Names.IsOfStandard(reader.LocalName))
            findings.Add(rule, $"{owner}/{reader.LocalName}", Here, reader.LocalName);
        else
            findings.Add(rule, $"{owner}/…", Here, "Een onbekend element");
    }
}
