using System.Security.Cryptography;
using System.Text;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Vault;

/// <summary>Seals files of care messages, and finds files and numbers again by keyed hashes: what they hold can be guessed from a plain one.</summary>
internal sealed class CareKeys(SealingKeys keys)
{
    private readonly byte[] _files = keys.LookupKey("file");
    private readonly byte[] _numbers = keys.LookupKey("message number");
    private readonly byte[] _clients = keys.LookupKey("client");
    private readonly byte[] _reporting = keys.LookupKey("client for reporting");

    /// <summary>Id of the key that is sealed with.</summary>
    public string CurrentKey => keys.CurrentKey;

    /// <inheritdoc cref="SealingKeys.Outdated"/>
    public string[] Outdated => keys.Outdated;

    public static CareKeys Read(IConfiguration vault) => new(SealingKeys.Read(vault, "procurement", "care message"));

    /// <inheritdoc cref="SealingKeys.Seal"/>
    public byte[] Seal(ReadOnlySpan<byte> clear, string place) => keys.Seal(clear, place);

    /// <inheritdoc cref="SealingKeys.Open"/>
    public byte[] Open(string keyId, ReadOnlySpan<byte> sealedBytes, string place) => keys.Open(keyId, sealedBytes, place);

    /// <summary>By which the same file is found again.</summary>
    /// <param name="sha256">Digest of the file.</param>
    public byte[] FileHash(ReadOnlySpan<byte> sha256) => HMACSHA256.HashData(_files, sha256);

    /// <summary>By which a number that a sender used before is found again.</summary>
    public byte[] NumberHash(string kind, string sender, string identification) =>
        HMACSHA256.HashData(_numbers, Encoding.UTF8.GetBytes($"{kind}/{sender}/{identification}"));

    /// <summary>By which the same client is found again. Keyed: of a plain hash all numbers are tried within a minute.</summary>
    /// <param name="bsn">Citizen service number.</param>
    public byte[] ClientHash(string bsn) => HMACSHA256.HashData(_clients, Encoding.ASCII.GetBytes(bsn));

    /// <summary>The pseudonym by which reporting knows a client: nobody without the key can tell that both are of the same.</summary>
    /// <param name="client">Pseudonym of the client here.</param>
    public Guid ReportingPseudonym(Guid client) => new(HMACSHA256.HashData(_reporting, client.ToByteArray(bigEndian: true)).AsSpan(0, 16), bigEndian: true);
}
