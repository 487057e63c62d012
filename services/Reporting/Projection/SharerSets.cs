using System.Security.Cryptography;
using System.Text;

namespace Regio.Reporting.Projection;

/// <summary>Recognises the same set of municipalities, in whatever order it comes.</summary>
internal static class SharerSets
{
    public static (string Digest, string[] MunicipalityIds) Of(IEnumerable<string> municipalityIds)
    {
        string[] ordered = [.. municipalityIds.Order(StringComparer.Ordinal)];
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', ordered)));
        return (Convert.ToHexStringLower(digest), ordered);
    }
}
