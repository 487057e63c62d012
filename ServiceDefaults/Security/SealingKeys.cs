using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Regio.ServiceDefaults.Security;

/// <summary>
/// Keys that seal what must not be read in the database. They come from the configuration and never from the database:
/// <c>Vault:Keys:&lt;id&gt;</c> (base64, at least 32 random bytes each; several for rotation), <c>Vault:CurrentKey</c> (the id
/// that is sealed with from now on) and <c>Vault:LookupKey</c>. Without them a service that needs them does not start.
/// </summary>
public sealed class SealingKeys
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Vault";

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly string _owner;
    private readonly FrozenDictionary<string, byte[]> _sealing;
    private readonly byte[] _lookup;

    private SealingKeys(string owner, string use, FrozenDictionary<string, byte[]> sealing, string currentKey, byte[] lookup)
    {
        (_owner, _lookup, CurrentKey) = (owner, lookup, currentKey);
        _sealing = sealing.ToFrozenDictionary(key => key.Key, key => Derive(key.Value, use), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Id of the key that is sealed with.</summary>
    public string CurrentKey { get; }

    /// <summary>The keys that something may still be sealed with and should not stay so; the empty one stands for what is in clear.</summary>
    public string[] Outdated => [.. _sealing.Keys.Where(id => !string.Equals(id, CurrentKey, StringComparison.OrdinalIgnoreCase)), ""];

    /// <summary>Reads the keys.</summary>
    /// <param name="vault">The section <see cref="Section"/>.</param>
    /// <param name="owner">The service: the same material gives each another key.</param>
    /// <param name="use">What is sealed.</param>
    /// <exception cref="InvalidOperationException">A key is missing, too short or used twice. No key is repeated in the text.</exception>
    public static SealingKeys Read(IConfiguration vault, string owner, string use)
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
            : new SealingKeys(owner, use, keys, current, lookup);
    }

    /// <summary>A key of its own for what is found again by a keyed hash.</summary>
    public byte[] LookupKey(string use) => Derive(_lookup, use);

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

    /// <summary>Opens what was sealed with one of the keys.</summary>
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

    // Each use has a key of its own, and material of any length is brought to the right one.
    private byte[] Derive(byte[] material, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, KeyBytes, salt: [], info: Encoding.ASCII.GetBytes($"regio {_owner} vault {use}"));

    private static byte[] Material(IConfigurationSection setting)
    {
        var bytes = new byte[setting.Value?.Length ?? 0];
        return Convert.TryFromBase64String(setting.Value ?? "", bytes, out var length) && length >= KeyBytes
            ? bytes[..length]
            : throw new InvalidOperationException($"{setting.Path.Replace(":", "__", StringComparison.Ordinal)} must be at least {KeyBytes} random bytes in base64.");
    }
}
