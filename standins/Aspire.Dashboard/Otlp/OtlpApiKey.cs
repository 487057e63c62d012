using System.Security.Cryptography;
using System.Text;
using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Otlp;

/// <summary>Only who has the key may send telemetry.</summary>
internal sealed class OtlpApiKey(DashboardOptions options, Drops drops)
{
    public const string Header = "x-otlp-api-key";
    public const string Missing = "Telemetry needs the API key of this dashboard in the header " + Header + ".";

    // Compared as hashes: of equal length whatever was sent, so that the time taken tells nothing of the key.
    private readonly List<byte[]> _keys = [.. options.OtlpApiKeys.Select(Hash)];

    /// <summary>Whether a request may pass; one that may not is counted.</summary>
    public bool Allows(IHeaderDictionary headers)
    {
        if (options.OtlpAuthMode == AuthMode.Unsecured)
            return true;
        var sent = Hash(headers[Header].ToString());
        var known = false;
        foreach (var key in _keys)
            known |= CryptographicOperations.FixedTimeEquals(key, sent);
        if (!known)
            drops.Add(Drop.Requests, 1);
        return known;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
