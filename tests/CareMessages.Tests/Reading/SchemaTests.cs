using System.Xml.Schema;
using Regio.CareMessages.Description;
using Regio.CareMessages.Tests.Support;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>The description that stands at the model says what the published schemas say.</summary>
public sealed class SchemaTests
{
    // Every length to beyond a limit, the edges of every number, forms of dates, versions and names.
    private static readonly string[] s_texts =
    [
        "", " ", "  ", "\t", " x", "x ", "a\nb", "é", "Ñandú", "a.b", "A1", "a-b", "÷", "ỳ", "ỹ",
        "0", "00", "007", "+5", "-1", "-0", "+", "-", "1.0", "1e3", " 5 ", "5 5", "0x1", "٣",
        "3", "03", "2", "99", "100", "99999", "100000", "99999999", "100000000", "999999999", "1000000000",
        "999999999999", "1000000000000", "99999999999999999999999",
        "2026-06-30", "2026-06-31", "2026-02-29", "2028-02-29", "2026-13-01", "2026-00-10", "2026-6-3", "26-06-03", "02026-06-03",
        "2026-06-30Z", "2026-06-30+01:00", " 2026-06-30 ", "2026-06-30T00:00:00", "0001-01-01", "0000-01-01", "-2026-01-01", "9999-12-31",
        "12:00:00", "23:59:59", "23:59:60", "24:00:01", "12:60:00", "1:00:00", "12:00", "12:00:00Z", "12:00:00+01:00", "12:00:00-01:00", "12:00:00.5", "12:00:00.", "12:00:00.1234567",
        "1.0.0", "0.1.0", "01.0.0", "1.0", "1.0.0.0", "1..0", "1.0.x", "10.20.30", "1.0.0 ",
        "1234", "123", "12345", "12345678", "1234567", "123456789", "12345678a", "0612345678", "061234567890123", "0612345678901234",
        .. MessageKind.All.Select(kind => kind.Code),
        .. Enumerable.Range(1, 210).Select(length => new string('x', length)),
        .. CodeLists.All.Values.SelectMany(list => list.Codes).Distinct(),
    ];

    public static TheoryData<string> Kinds => [.. MessageKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_message_has_the_elements_of_its_schema_in_their_order(string name)
    {
        Assert.SkipUnless(Standards.AreThere, Standards.Absent);
        var kind = MessageKind.All.Single(each => each.Name == name);

        Compare(kind.Shape.Fields, Standards.Root(kind), kind.Name);
    }

    [Fact]
    public void Every_code_list_is_that_of_the_schema()
    {
        Assert.SkipUnless(Standards.AreThere, Standards.Absent);

        var published = Standards.Schemas.GlobalTypes.Values.OfType<XmlSchemaSimpleType>()
            .Select(type => (type.Name, Codes: Facets(type).OfType<XmlSchemaEnumerationFacet>().Select(facet => facet.Value!).Order(StringComparer.Ordinal)))
            .Where(type => type.Codes.Any())
            .ToDictionary(type => type.Name!["LDT_".Length..], type => string.Join(' ', type.Codes));

        Assert.Equal(
            published.OrderBy(list => list.Key, StringComparer.Ordinal),
            CodeLists.All.ToDictionary(list => list.Key.ToString(), list => string.Join(' ', list.Value.Codes.Order(StringComparer.Ordinal)))
                .OrderBy(list => list.Key, StringComparer.Ordinal));
    }

    private static void Compare(IReadOnlyList<Element> fields, XmlSchemaElement element, string path)
    {
        var particles = Assert.IsType<XmlSchemaSequence>(((XmlSchemaComplexType)element.ElementSchemaType!).ContentTypeParticle)
            .Items.Cast<XmlSchemaElement>().ToList();
        Assert.Equal(
            particles.Select(particle => $"{path}/{particle.QualifiedName.Name} {particle.QualifiedName.Namespace} {particle.MinOccurs > 0}"),
            fields.Select(field => $"{path}/{field.Name} {field.Namespace} {field.IsRequired}"));
        foreach (var (field, particle) in fields.Zip(particles))
        {
            Assert.Equal(1, particle.MaxOccurs);
            CompareContent(field, particle, $"{path}/{field.Name}");
        }
    }

    private static void CompareContent(Element field, XmlSchemaElement element, string path)
    {
        if (field is IListField list)
        {
            var item = Assert.IsType<XmlSchemaElement>(Assert.Single(
                Assert.IsType<XmlSchemaSequence>(((XmlSchemaComplexType)element.ElementSchemaType!).ContentTypeParticle).Items));
            Assert.Equal($"{path}/{item.Name} 1 unbounded", $"{path}/{list.Item.Name} {item.MinOccurs} {item.MaxOccursString}");
            CompareContent(list.Item, item, $"{path}/{item.Name}");
        }
        else if (field is IValueField value)
        {
            CompareType(value.Type, Assert.IsType<XmlSchemaSimpleType>(element.ElementSchemaType), path);
        }
        else
        {
            Compare(field.Children, element, path);
        }
    }

    private static void CompareType(Lexical ours, XmlSchemaSimpleType theirs, string path)
    {
        foreach (var text in s_texts)
        {
            var isOurs = ours.Fault(text) is null;
            var isTheirs = Fits(theirs, text);
            Assert.True(isOurs == isTheirs, $"{path}: '{text}' is {(isTheirs ? "" : "not ")}a {theirs.Name} by the schema, and {(isOurs ? "is" : "is not")} one here.");
        }
    }

    private static bool Fits(XmlSchemaSimpleType type, string text)
    {
        try
        {
            return type.Datatype!.ParseValue(text, null, null) is not null;
        }
        catch (XmlSchemaException)
        {
            return false;
        }
    }

    private static IEnumerable<XmlSchemaFacet> Facets(XmlSchemaSimpleType type) =>
        ((XmlSchemaSimpleTypeRestriction)type.Content!).Facets.Cast<XmlSchemaFacet>();
}
