using System.Xml;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Writing;

/// <summary>What shapes and fields write to. It refuses what a reader would refuse, so that no broken message ever leaves.</summary>
internal sealed class MessageOutput(XmlWriter writer)
{
    public void Start(Element field) => writer.WriteStartElement(Prefix(field), field.Name, field.Namespace);

    public void End() => writer.WriteEndElement();

    public void Value<T>(Element field, MessagePart owner, Lexical<T> type, Value<T> value)
        where T : notnull
    {
        var text = value.TextAs(type);
        if (type.Fault(text) is { } fault)
            throw new InvalidMessageException($"{owner.Path}/{field.Name}", fault.Number);
        Start(field);
        writer.WriteString(text);
        End();
    }

    public static InvalidMessageException Missing(MessagePart owner, string name) => new InvalidMessageException($"{owner.Path}/{name}", Findings.StructureRules.Missing.Number);

    private static string Prefix(Element field) => ReferenceEquals(field.Namespace, ShapeBuilder.BasicNamespace) ? "ijw" : "";
}
