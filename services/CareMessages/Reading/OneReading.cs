using System.Xml;
using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Reading;

/// <summary>The reading of one file, from its declaration to its end.</summary>
internal sealed class OneReading(
    XmlReader reader, GuardedStream stream, Names names, FindingList findings, IMessageObserver? observer, ReadLimits limits)
{
    private MessageCursor? _cursor;

    public MessageKind? Kind { get; private set; }

    public Message? Message { get; private set; }

    /// <summary>Whether the file was read to its end; only then is it known how many names it brought.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Elements that do not belong, attributes and instructions.</summary>
    public int Noise { get; private set; }

    /// <summary>Reads; whatever makes that impossible becomes the last finding.</summary>
    public void Run()
    {
        try
        {
            if (!MoveToRoot())
                return;
            Kind = KindOf(reader.NamespaceURI);
            if (Kind is null || reader.LocalName != "Bericht")
            {
                var isOther = reader.LocalName == "Bericht" && reader.NamespaceURI.StartsWith("http://www.istandaarden.nl/", StringComparison.Ordinal);
                findings.Add(isOther ? StructureRules.OtherRelease : StructureRules.NotAMessage, "/", Here);
                Kind = null;
                return;
            }

            ReadMessage(Kind);
        }
        catch (XmlException exception)
        {
            var position = exception.LineNumber > 0 ? new Position(exception.LineNumber, exception.LinePosition) : Here;
            findings.AddStop(RuleOf(exception), _cursor?.Path ?? "/", position);
        }
        catch (ReadStoppedException stopped)
        {
            findings.AddStop(stopped.Rule, _cursor?.Path ?? "/", Here);
        }
    }

    // Before the first node the reader says 0; what is wrong there is wrong at the beginning of the file.
    private Position Here => new(Math.Max(1, ((IXmlLineInfo)reader).LineNumber), Math.Max(1, ((IXmlLineInfo)reader).LinePosition));

    private void ReadMessage(MessageKind kind)
    {
        names.Add(kind);
        Message = kind.Create();
        var cursor = _cursor = new MessageCursor(reader, stream, findings, limits, observer);
        kind.Shape.Read(cursor, Message);
        cursor.Complete(Message);
        // Only white space and comments may follow; the XML reader sees to that.
        while (reader.Read())
            stream.Progressed();
        (IsWhole, Noise) = (true, cursor.Noise);
    }

    /// <summary>Moves to the root element; false when the file is declared to be in another encoding.</summary>
    private bool MoveToRoot()
    {
        while (reader.Read() && reader.NodeType != XmlNodeType.Element)
        {
            stream.Progressed();
            var isOther = reader.NodeType == XmlNodeType.XmlDeclaration
                && reader.GetAttribute("encoding") is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
            if (isOther)
            {
                findings.Add(StructureRules.Encoding, "/", Here);
                return false;
            }
        }

        return true;
    }

    private static MessageKind? KindOf(string elementNamespace) =>
        MessageKind.All.FirstOrDefault(kind => kind.Namespace == elementNamespace);

    // The text of an XML reader's exception is English and may quote the file, so only its kind is used.
    private StructureRule RuleOf(XmlException exception) =>
        exception.Message.Contains("DTD", StringComparison.Ordinal) ? StructureRules.DocumentType
        : exception.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase) && reader.NodeType != XmlNodeType.XmlDeclaration ? StructureRules.Encoding
        : StructureRules.NotXml;
}
