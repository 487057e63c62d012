using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Regio.ExpertTable.Vault;

/// <summary>
/// The keys of the vault. They come from the configuration and never from the database: <c>Vault:Keys:&lt;id&gt;</c>
/// (base64, at least 32 random bytes each; several for rotation), <c>Vault:CurrentKey</c> (the id that new entries are
/// sealed with) and <c>Vault:LookupKey</c>. Without them the service does not start.
/// </summary>
internal sealed class VaultKeys
{
    public const string Section = "Vault";

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly FrozenDictionary<string, byte[]> _sealing;
    private readonly byte[] _lookup;
    private readonly byte[] _request;

    private VaultKeys(FrozenDictionary<string, byte[]> sealing, string currentKey, byte[] lookup)
    {
        _sealing = sealing.ToFrozenDictionary(key => key.Key, key => Derive(key.Value, "identity"), StringComparer.OrdinalIgnoreCase);
        CurrentKey = currentKey;
        _lookup = Derive(lookup, "look-up");
        _request = Derive(lookup, "request");
        ReadLogKey = Derive(lookup, "read log");
    }

    /// <summary>Id of the key that new entries are sealed with.</summary>
    public string CurrentKey { get; }

    /// <summary>Links the lines of the read log. Of the look-up key, because a chain cannot be linked anew under another one.</summary>
    public byte[] ReadLogKey { get; }

    public static VaultKeys Read(IConfiguration vault)
    {
        var keys = vault.GetSection("Keys").GetChildren().ToFrozenDictionary(key => key.Key, Material, StringComparer.OrdinalIgnoreCase);
        if (keys.Count == 0)
            throw new InvalidOperationException("The vault has no keys: set Vault__Keys__<id> to at least 32 random bytes in base64.");
        var current = vault["CurrentKey"];
        if (string.IsNullOrEmpty(current) || !keys.ContainsKey(current))
            throw new InvalidOperationException("Vault__CurrentKey must name one of Vault__Keys.");
        var lookup = Material(vault.GetSection("LookupKey"));
        return keys.Values.Any(key => key.AsSpan().SequenceEqual(lookup))
            ? throw new InvalidOperationException("Vault__LookupKey must differ from the keys of Vault__Keys.")
            : new VaultKeys(keys, current, lookup);
    }

    /// <summary>The keys that entries may still be sealed with and should not stay so; the empty one stands for entries in clear.</summary>
    public string[] Outdated => [.. _sealing.Keys.Where(id => !string.Equals(id, CurrentKey, StringComparison.OrdinalIgnoreCase)), ""];

    /// <summary>Seals with the current key: nonce, tag and cipher text. The place is not stored in it and must be the same at opening.</summary>
    public byte[] Seal(ReadOnlySpan<byte> clear, string place)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + clear.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_sealing[CurrentKey], TagBytes);
        aes.Encrypt(nonce, clear, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">It was sealed with another key, for another place, or was changed since.</exception>
    public byte[] Open(string keyId, ReadOnlySpan<byte> sealedBytes, string place)
    {
        if (!_sealing.TryGetValue(keyId, out var key))
            throw new InvalidOperationException($"The vault holds entries under the key {keyId}, which is not configured.");
        var clear = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), clear, Encoding.UTF8.GetBytes(place));
        return clear;
    }

    /// <summary>By which the same child is found again. Keyed: of a plain hash all numbers are tried within a minute.</summary>
    public byte[] LookupHash(Bsn bsn) => HMACSHA256.HashData(_lookup, Encoding.ASCII.GetBytes(bsn.Digits));

    /// <summary>Tells two identities in requests apart without telling who they are.</summary>
    public string RequestDigest(V1.Identity identity) => Convert.ToBase64String(HMACSHA256.HashData(_request, identity.ToByteArray()));

    // Each use has a key of its own, and material of any length is brought to the right one.
    private static byte[] Derive(byte[] material, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, KeyBytes, salt: [], info: Encoding.ASCII.GetBytes($"regio experttable vault {use}"));

    private static byte[] Material(IConfigurationSection setting)
    {
        var bytes = new byte[setting.Value?.Length ?? 0];
        return Convert.TryFromBase64String(setting.Value ?? "", bytes, out var length) && length >= KeyBytes
            ? bytes[..length]
            : throw new InvalidOperationException($"{setting.Path.Replace(":", "__", StringComparison.Ordinal)} must be at least {KeyBytes} random bytes in base64.");
    }
}
