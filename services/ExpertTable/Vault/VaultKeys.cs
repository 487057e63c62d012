using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Vault;

/// <summary>The keys of the vault, and what else is told apart by a key: children, requests, lines of the read log.</summary>
internal sealed class VaultKeys(SealingKeys keys)
{
    public const string Section = SealingKeys.Section;

    private readonly byte[] _lookup = keys.LookupKey("look-up");
    private readonly byte[] _request = keys.LookupKey("request");

    /// <summary>Id of the key that new entries are sealed with.</summary>
    public string CurrentKey => keys.CurrentKey;

    /// <summary>Links the lines of the read log. Of the look-up key, because a chain cannot be linked anew under another one.</summary>
    public byte[] ReadLogKey { get; } = keys.LookupKey("read log");

    /// <inheritdoc cref="SealingKeys.Outdated"/>
    public string[] Outdated => keys.Outdated;

    public static VaultKeys Read(IConfiguration vault) => new(SealingKeys.Read(vault, "experttable", "identity"));

    /// <inheritdoc cref="SealingKeys.Seal"/>
    public byte[] Seal(ReadOnlySpan<byte> clear, string place) => keys.Seal(clear, place);

    /// <inheritdoc cref="SealingKeys.Open"/>
    public byte[] Open(string keyId, ReadOnlySpan<byte> sealedBytes, string place) => keys.Open(keyId, sealedBytes, place);

    /// <summary>By which the same child is found again. Keyed: of a plain hash all numbers are tried within a minute.</summary>
    public byte[] LookupHash(Bsn bsn) => HMACSHA256.HashData(_lookup, Encoding.ASCII.GetBytes(bsn.Digits));

    /// <summary>Tells two identities in requests apart without telling who they are.</summary>
    public string RequestDigest(V1.Identity identity) => Convert.ToBase64String(HMACSHA256.HashData(_request, identity.ToByteArray()));
}
