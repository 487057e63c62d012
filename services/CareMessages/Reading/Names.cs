using System.Xml;
using Regio.CareMessages.Description;

namespace Regio.CareMessages.Reading;

/// <summary>Puts the names of the standard into the reader's table of names, so that an element is recognised by reference.</summary>
internal static class Names
{
    private static readonly Dictionary<MessageKind, Lazy<string[]>> s_ofKinds =
        MessageKind.All.ToDictionary(kind => kind, kind => new Lazy<string[]>(() => [.. Of(kind.Shape.Fields, []).Distinct()]));

    public static NameTable Table()
    {
        var table = new NameTable();
        table.Add(ShapeBuilder.BasicNamespace);
        foreach (var kind in MessageKind.All)
            table.Add(kind.Namespace);
        return table;
    }

    public static void Add(XmlNameTable table, MessageKind kind)
    {
        foreach (var name in s_ofKinds[kind].Value)
            table.Add(name);
    }

    private static IEnumerable<string> Of(IReadOnlyList<Field> fields, HashSet<IReadOnlyList<Field>> seen) =>
        seen.Add(fields) ? fields.SelectMany(field => Of(field.Children, seen).Prepend(field.Name)) : [];
}
