using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Regio.Documents.Pdf;

/// <summary>
/// Puts what the library makes up for each file (the id of the file, the ids in its metadata and the prefixes of its letters)
/// back to what follows from the content. Each is replaced by as many signs, so that no place in the file moves.
/// </summary>
internal static partial class SamePdf
{
    /// <summary>The moment that stands in each file: none.</summary>
    public static readonly DateTime NoMoment = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Encoding Bytes = Encoding.Latin1;

    public static byte[] Of(byte[] file)
    {
        var text = Bytes.GetString(file);
        var prefixes = new Dictionary<string, string>();
        text = Prefix().Replace(text, match => prefixes.TryGetValue(match.Value, out var known) ? known : prefixes[match.Value] = Letters(prefixes.Count));
        text = MetadataId().Replace(text, $"uuid:{Guid.Empty}");
        text = FileId().Replace(text, $"/ID[<{new string('0', 32)}><{new string('0', 32)}>]");

        // The id of a file is to be its own: that of its content.
        var hash = Convert.ToHexString(SHA256.HashData(Bytes.GetBytes(text)))[..32];
        return Bytes.GetBytes(FileId().Replace(text, $"/ID[<{hash}><{hash}>]"));
    }

    private static string Letters(int number) => $"RGDOC{(char)('A' + number)}";

    [GeneratedRegex(@"(?<=/(?:FontName|BaseFont)/)[A-Z]{6}(?=\+)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"uuid:[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MetadataId();

    [GeneratedRegex(@"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FileId();
}
