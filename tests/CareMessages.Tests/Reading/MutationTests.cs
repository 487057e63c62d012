using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>A right message with one change: right or wrong as the published schema says, and wrong on the same line.</summary>
public sealed class MutationTests
{
    private const string Unknown = "Onbekend";

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
            var places = XDocument.Parse(Encoding.UTF8.GetString(file), LoadOptions.SetLineInfo);
            Assert.All(ours, finding => Assert.True(IsAt(places, finding), $"{name} {seed}, {change}: {finding.Number} at {finding.Path} is not at line {finding.Line}, column {finding.Column}."));
        }
    }

    /// <summary>Whether a path and a place in the file are the same element; what is missing is looked for in the class that lacks it.</summary>
    private static bool IsAt(XDocument document, Finding finding)
    {
        var segments = finding.Path.Split('/').Skip(1).ToList();
        var holder = Named(document, segments[..^1]);
        if (finding.Number == "XSD06")
            return holder is not null;
        // Text has a place of its own, within the element.
        if (finding.Number == "XSD08")
            return Named(document, segments) is not null;
        // Elements that may occur once have no number, so one that is repeated is told apart by its place alone.
        var element = document.Descendants().FirstOrDefault(each => ((IXmlLineInfo)each).LineNumber == finding.Line && ((IXmlLineInfo)each).LinePosition == finding.Column);
        var named = finding.Number == "XSD09" ? element?.Parent : element;
        // What the standard does not name is not named in a finding either.
        return named is not null && named.Parent == holder && (segments[^1] == "…" ? named.Name.LocalName == Unknown : named.Name.LocalName == segments[^1].Split('[')[0])
            && (!segments[^1].EndsWith(']') || named == Named(document, segments));
    }

    private static XElement? Named(XDocument document, List<string> segments)
    {
        var element = document.Root;
        foreach (var segment in segments.Skip(1))
        {
            var at = segment.IndexOf('[', StringComparison.Ordinal);
            var name = at < 0 ? segment : segment[..at];
            var index = at < 0 ? 1 : int.Parse(segment[(at + 1)..^1], CultureInfo.InvariantCulture);
            element = element?.Elements().Where(each => each.Name.LocalName == name && (at < 0 || !each.Name.NamespaceName.StartsWith("urn:", StringComparison.Ordinal))).ElementAtOrDefault(index - 1);
        }

        return element;
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
                element.Name = XName.Get(Unknown, element.Name.NamespaceName);
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
