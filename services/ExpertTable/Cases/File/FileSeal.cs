using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Cases;

/// <summary>Seals what is written about children before it is stored, and opens it for who may read it.</summary>
internal sealed class FileSeal(VaultKeys keys)
{
    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>The field of a stored entry that says what kind it is.</summary>
    public const string KindField = "$type";

    /// <summary>What an entry says, in the form in which it is stored.</summary>
    public static JsonObject ToJson(EntryContent content) => JsonSerializer.SerializeToNode(content, s_format)!.AsObject();

    public CaseEntry Seal(Guid caseId, WrittenEntry entry) => new()
    {
        CaseId = caseId,
        Number = entry.Number,
        Version = entry.Version,
        Round = entry.Round,
        WrittenBy = entry.By,
        WrittenAt = entry.At,
        KeyId = keys.CurrentKey,
        Sealed = keys.Seal(JsonSerializer.SerializeToUtf8Bytes(entry.Content, s_format), Place(caseId, entry.Number)),
    };

    public WrittenEntry Open(CaseEntry entry)
    {
        return new WrittenEntry(entry.Number, entry.Version, entry.Round, JsonSerializer.Deserialize<EntryContent>(OpenBytes(entry), s_format)!, entry.WrittenBy, entry.WrittenAt);
    }

    /// <summary>The same entry under the current key.</summary>
    public (string KeyId, byte[] Sealed) Reseal(CaseEntry entry) =>
        (keys.CurrentKey, keys.Seal(OpenBytes(entry), Place(entry.CaseId, entry.Number)));

    private byte[] OpenBytes(CaseEntry entry) =>
        entry.KeyId.Length == 0 ? entry.Sealed : keys.Open(entry.KeyId, entry.Sealed, Place(entry.CaseId, entry.Number));

    /// <summary>Bound to the cipher text, so that an entry copied into another file does not open.</summary>
    private static string Place(Guid caseId, long number) => $"case/{caseId:N}/{number}";
}
