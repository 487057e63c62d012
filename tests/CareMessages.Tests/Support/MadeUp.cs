using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Regio.CareMessages.Description;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Tests.Support;

/// <summary>Messages that are right in structure and otherwise nonsense, made from the description of their kind.</summary>
internal sealed class MadeUp(Random random)
{
    public static byte[] Bytes(XDocument document) => new UTF8Encoding(false).GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n{document}");

    public XDocument Message(MessageKind kind) =>
        new(new XElement(XName.Get("Bericht", kind.Namespace), Content(kind.Shape.Fields)));

    private IEnumerable<object> Content(IReadOnlyList<Element> fields)
    {
        foreach (var field in fields)
        {
            if (!field.IsRequired && random.Next(2) == 0)
                continue;
            yield return field is IListField list
                ? Named(field, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(list.Item)))
                : Of(field);
        }
    }

    private XElement Of(Element field) => field is IValueField value
        ? Named(field, Text(value.Type))
        : Named(field, Content(field.Children));

    private static XElement Named(Element field, object content) => new(XName.Get(field.Name, field.Namespace), content);

    private string Text(Lexical type) => type switch
    {
        CodeList list => list.Codes.ElementAt(random.Next(list.Codes.Count)),
        Dates => new DateOnly(2026, 1, 1).AddDays(random.Next(400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Times => random.Next(2) == 0 ? "13:05:59" : "00:00:00.120",
        WholeNumbers => Candidates(["3", "2", $"{random.Next(99)}", $"00{random.Next(10)}", $"+{random.Next(10)}"], type),
        _ => Candidates(["0106", "12345678", "123456782", "0612345678", "1.0.12", "Tekst", "a & b <ë>", "R", "436", .. MessageKind.All.Select(kind => kind.Code)], type),
    };

    private string Candidates(string[] texts, Lexical type)
    {
        var fitting = texts.Where(text => type.Fault(text) is null).ToArray();
        return fitting[random.Next(fitting.Length)];
    }
}
