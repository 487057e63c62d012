using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Regio.Documents.Tests;

/// <summary>Reads the text back from a PDF by the tables that its letters carry, as a reader that searches or reads aloud does.</summary>
internal sealed partial class PdfText
{
    private readonly Dictionary<int, byte[]> _objects;

    public PdfText(byte[] file)
    {
        Raw = Encoding.Latin1.GetString(file);
        _objects = ObjectStart().Matches(Raw).ToDictionary(
            match => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture),
            match => file[(match.Index + match.Length)..Raw.IndexOf("endobj", match.Index, StringComparison.Ordinal)]);
    }

    public string Raw { get; }

    public int PageCount => PageObject().Count(Raw);

    public IReadOnlyList<string> Pages => [.. Objects(PageObject()).Select(page => PageText(Latin(page)))];

    /// <summary>Where each line of text begins, in points from the left and from the bottom of its page.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Places => [.. Objects(PageObject()).Select(page => PlacesOf(Content(Latin(page))))];

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private IEnumerable<byte[]> Objects(Regex kind) => _objects.Values.Where(o => kind.IsMatch(Latin(o)));

    private string PageText(string page)
    {
        var maps = FontOfPage().Matches(FontsOf(page)).ToDictionary(match => match.Groups["name"].Value, match => Map(Number(match.Groups["id"])));
        var text = new StringBuilder();
        var map = maps.Values.First();
        foreach (Match match in Shown().Matches(Content(page)))
        {
            if (match.Groups["font"].Success)
                map = maps[match.Groups["font"].Value];
            else
                text.Append(string.Concat(string.Concat(match.Groups["codes"].Value.Split()).Chunk(4).Select(code => map[int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)]))).Append('\n');
        }

        return text.ToString();
    }

    // A place is told from the place before it, inside a block of text.
    private static List<(double X, double Y)> PlacesOf(string content)
    {
        var places = new List<(double X, double Y)>();
        var (x, y) = (0.0, 0.0);
        foreach (var match in Moved().Matches(content).Cast<Match>())
        {
            (x, y) = match.Groups["x"].Success
                ? (x + double.Parse(match.Groups["x"].Value, CultureInfo.InvariantCulture), y + double.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture))
                : (0, 0);
            if (match.Groups["x"].Success)
                places.Add((x, y));
        }

        return places;
    }

    private string FontsOf(string page)
    {
        var fonts = FontDictionary().Match(page);
        if (fonts.Success)
            return fonts.Value;
        return FontDictionary().Match(Latin(_objects[Number(ResourcesReference().Match(page).Groups["id"])])).Value;
    }

    private string Content(string page) => string.Concat(Reference().Matches(ContentsReference().Match(page).Value).Select(match => Latin(Unpacked(Number(match.Groups["id"])))));

    private Dictionary<int, string> Map(int font)
    {
        var table = Latin(Unpacked(Number(ToUnicode().Match(Latin(_objects[font])).Groups["id"])));
        return MapEntry().Matches(table).ToDictionary(
            match => int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["text"].Value)));
    }

    private byte[] Unpacked(int number)
    {
        var content = _objects[number];
        var head = Latin(content);
        var start = head.IndexOf("stream", StringComparison.Ordinal) + "stream".Length;
        start += head[start] == '\r' ? 2 : 1;
        var bytes = content[start..head.LastIndexOf("endstream", StringComparison.Ordinal)];
        if (!head[..start].Contains("FlateDecode", StringComparison.Ordinal))
            return bytes;
        using var unpacked = new MemoryStream();
        using (var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress))
            stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?m)^(?<id>[0-9]+) 0 obj\s", RegexOptions.None, 10_000)]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])", RegexOptions.None, 10_000)]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/Font\s*<<.*?>>", RegexOptions.Singleline, 10_000)]
    private static partial Regex FontDictionary();

    [GeneratedRegex(@"/Resources (?<id>[0-9]+) 0 R", RegexOptions.None, 10_000)]
    private static partial Regex ResourcesReference();

    [GeneratedRegex(@"/(?<name>F[0-9]+) (?<id>[0-9]+) 0 R", RegexOptions.None, 10_000)]
    private static partial Regex FontOfPage();

    [GeneratedRegex(@"/Contents\s*(?:\[[^\]]*\]|[0-9]+ 0 R)", RegexOptions.None, 10_000)]
    private static partial Regex ContentsReference();

    [GeneratedRegex("(?<id>[0-9]+) 0 R", RegexOptions.None, 10_000)]
    private static partial Regex Reference();

    [GeneratedRegex("/ToUnicode (?<id>[0-9]+) 0 R", RegexOptions.None, 10_000)]
    private static partial Regex ToUnicode();

    [GeneratedRegex("<(?<code>[0-9A-Fa-f]{4})>\\s*<[0-9A-Fa-f]{4}>\\s*<(?<text>[0-9A-Fa-f]+)>", RegexOptions.None, 10_000)]
    private static partial Regex MapEntry();

    [GeneratedRegex(@"(?m)^BT$|(?<x>-?[0-9.]+) (?<y>-?[0-9.]+) Td", RegexOptions.None, 10_000)]
    private static partial Regex Moved();

    [GeneratedRegex(@"/(?<font>F[0-9]+) -?[0-9.]+ Tf|<(?<codes>[0-9A-Fa-f\s]+)>\s*Tj", RegexOptions.None, 10_000)]
    private static partial Regex Shown();
}
