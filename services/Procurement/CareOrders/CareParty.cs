using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.Procurement.CareOrders;

/// <summary>Whose messages a caller delivers and reads.</summary>
/// <param name="Code">A CBS code (GM0106) or an AGB code; null: those of everybody.</param>
internal sealed record CareParty(string? Code)
{
    public static readonly CareParty Region = new((string?)null);

    /// <summary>Who brought a file, as it is kept.</summary>
    public string Deliverer => Code ?? "";

    public bool MaySend(CareSides sides) => Code is null || Code == sides.Sender;
}

/// <summary>The two sides of a message.</summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="ProviderAgbCode">AGB code of eight digits.</param>
/// <param name="IsFromMunicipality">Whether the municipality sends it.</param>
internal sealed record CareSides(string MunicipalityId, string ProviderAgbCode, bool IsFromMunicipality)
{
    public string Sender => IsFromMunicipality ? MunicipalityId : ProviderAgbCode;

    /// <summary>The sides that a header names; null when it does not name both.</summary>
    public static CareSides? Of(MessageKind kind, Header header)
    {
        if (!header.Afzender.HasValue || !header.Ontvanger.HasValue)
            return null;
        var (municipality, provider) = kind.FromMunicipality ? (header.Afzender.Data, header.Ontvanger.Data) : (header.Ontvanger.Data, header.Afzender.Data);
        // A return message keeps the sides of what it answers: its sender is the receiver that it names.
        return new CareSides($"GM{municipality}", provider, kind.FromMunicipality == CareVerdict.StartsSomething(kind));
    }
}
