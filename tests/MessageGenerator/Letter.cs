using System.Text;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.MessageGenerator;

/// <summary>A message about one client, made when it is written.</summary>
/// <param name="Date">The day on which it is sent.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Body">Makes it, but for the header.</param>
/// <param name="Fault">What is wrong with it, when it is one that is wrong.</param>
/// <param name="RepeatsNumber">Whether it has the Identificatie of the letter before it.</param>
internal sealed record Letter(DateOnly Date, MessageKind Kind, Func<Message> Body, Fault? Fault = null, bool RepeatsNumber = false);

/// <summary>What is wrong with a letter.</summary>
/// <param name="Error">The kind of error.</param>
/// <param name="Path">Where.</param>
/// <param name="Spoil">What happens to its bytes; null when the message itself says what is wrong.</param>
internal sealed record Fault(PlantedError Error, string Path, Func<byte[], byte[]>? Spoil = null)
{
    public static Func<byte[], byte[]> Text(string good, string bad) => bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        var spoilt = text.Replace(good, bad, StringComparison.Ordinal);
        return spoilt != text ? Encoding.UTF8.GetBytes(spoilt) : throw new InvalidOperationException($"The message does not hold {good}.");
    };
}

/// <summary>A line of a claim as it will be claimed.</summary>
internal sealed record Line(
    long Assignment, PlannedOffer Offer, DateOnly From, DateOnly To, int Volume, int Tariff, string Reference, string? Previous = null, PlantedError? Error = null)
{
    public long Cents => (long)Volume * Tariff * (Previous is null ? 1 : -1);

    public long SignedVolume => Previous is null ? Volume : -Volume;

    public Prestatie Make() => new()
    {
        ProductReferentie = new() { ReferentieNummer = Reference, VorigReferentieNummer = Previous is null ? default : new Value<string>(Previous) },
        ToewijzingNummer = Assignment,
        ProductCategorie = Offer.Category,
        ProductCode = Offer.Code,
        ProductPeriode = new() { Begindatum = From, Einddatum = To },
        GeleverdVolume = Volume,
        Eenheid = Offer.Unit,
        ProductTarief = Tariff,
        IngediendBedrag = new() { Bedrag = Math.Abs(Cents), DebetCredit = Previous is null ? "D" : "C" },
    };

    /// <summary>Where in the line its error stands.</summary>
    public string ErrorPath => Error switch
    {
        PlantedError.TooMuch => "/GeleverdVolume",
        PlantedError.WrongTariff => "/ProductTarief",
        PlantedError.UnknownAssignmentClaimed => "/ToewijzingNummer",
        PlantedError.ReusedLineReference => "/ProductReferentie/ReferentieNummer",
        PlantedError.CreditOfUnknown => "/ProductReferentie/VorigReferentieNummer",
        PlantedError.OutsideAssignment => "/ProductPeriode",
        _ => "",
    };
}
