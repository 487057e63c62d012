using System.Text.Json;
using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Consultations;

/// <summary>Seals what was asked and answered. It should name nobody, and what people write is not to be trusted with that.</summary>
internal sealed class ConsultationSeal(VaultKeys keys)
{
    public (string KeyId, byte[] Sealed) Seal(Guid id, ConsultationTexts texts) =>
        (keys.CurrentKey, keys.Seal(JsonSerializer.SerializeToUtf8Bytes(texts), Place(id)));

    public ConsultationTexts Open(Consultation consultation) => JsonSerializer.Deserialize<ConsultationTexts>(OpenBytes(consultation))!;

    /// <summary>The same texts under the current key.</summary>
    public (string KeyId, byte[] Sealed) Reseal(Consultation consultation) => (keys.CurrentKey, keys.Seal(OpenBytes(consultation), Place(consultation.Id)));

    private byte[] OpenBytes(Consultation consultation) => keys.Open(consultation.KeyId, consultation.Sealed, Place(consultation.Id));

    /// <summary>Bound to the cipher text, so that texts copied to another consultation do not open.</summary>
    private static string Place(Guid id) => $"consultation/{id:N}";
}
