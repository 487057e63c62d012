using System.Xml.Linq;
using Regio.CareMessages.Description;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>A right message with one change: right or wrong as the published schema says, and wrong on the same line.</summary>
public sealed class MutationTests
{
    private static readonly string[] s_texts = ["", "x", "0", "-1", "99", "2026-06-31", "2026-06-30", "000000001", "A", "zestig tekens zijn te veel voor een veld van vierentwintig tekens"];

    public static TheoryData<string> Kinds => [.. MessageKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_change_is_judged_as_the_schema_judges_it(string name)
    {
        Assert.SkipUnless(Standards.AreThere, Standards.Absent);
        var kind = MessageKind.All.Single(each => each.Name == name);
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var document = new MadeUp(random).Message(kind);
            var change = Spoil(document, random);
            var file = MadeUp.Bytes(document);

            var theirs = Standards.Faults(file);
            var ours = MessageReader.Read(new MemoryStream(file)).Findings;

            Assert.True(theirs.Count == 0 == (ours.Count == 0), $"{name} {seed}, {change}: the schema says '{(theirs.Count > 0 ? theirs[0].Text : "right")}', here it is '{(ours.Count > 0 ? ours[0].Text : "right")}'.");
            if (theirs.Count > 0)
                Assert.True(theirs[0].Line == ours[0].Line, $"{name} {seed}, {change}: line {theirs[0].Line} by the schema, {ours[0].Line} here ({ours[0].Path}).");
        }
    }

    private static string Spoil(XDocument document, Random random)
    {
        var elements = document.Root!.Descendants().ToList();
        var element = elements[random.Next(elements.Count)];
        switch (random.Next(6))
        {
            case 0:
                element.Remove();
                return $"{element.Name.LocalName} removed";
            case 1:
                element.AddAfterSelf(new XElement(element));
                return $"{element.Name.LocalName} repeated";
            case 2:
                element.Name = XName.Get("Onbekend", element.Name.NamespaceName);
                return "renamed";
            case 3:
                element.Name = XName.Get(element.Name.LocalName, "urn:elders");
                return $"{element.Name.LocalName} in another namespace";
            case 4:
                element.AddBeforeSelf(new XElement(elements[random.Next(elements.Count)]));
                return $"something before {element.Name.LocalName}";
            default:
                var value = elements.Where(each => !each.HasElements).ElementAt(random.Next(elements.Count(each => !each.HasElements)));
                value.Value = s_texts[random.Next(s_texts.Length)];
                return $"{value.Name.LocalName} is '{value.Value}'";
        }
    }
}
