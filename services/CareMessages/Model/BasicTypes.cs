using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>A sender's number of a message and its date.</summary>
[BasicType]
public sealed class BerichtIdentificatie : MessagePart
{
    /// <summary>Unique per kind of message for the sender, up to 12 characters.</summary>
    [One(T.IdentificatieBericht)] public Value<string> Identificatie { get; set; }

    /// <summary>The date of sending.</summary>
    [One(T.Datum)] public Value<DateOnly> Dagtekening { get; set; }
}

/// <summary>The versions of the schemas with which a message was made.</summary>
[BasicType]
public sealed class XsdVersie : MessagePart
{
    /// <summary>Version of the shared schema.</summary>
    [One(T.Versie)] public Value<string> BasisschemaXsdVersie { get; set; }

    /// <summary>Version of the schema of the message.</summary>
    [One(T.Versie)] public Value<string> BerichtXsdVersie { get; set; }
}

/// <summary>A surname with what stands before it.</summary>
[BasicType]
public sealed class Achternaam : MessagePart
{
    /// <summary>The surname itself. The standard gives it the name of its class, which C# does not allow.</summary>
    [One(T.Naam), ElementName("Achternaam")] public Value<string> Naam { get; set; }

    /// <summary>Prefix, such as "van der".</summary>
    [Maybe(T.Voorvoegsel)] public Value<string> Voorvoegsel { get; set; }
}

/// <summary>A name with its use.</summary>
[BasicType]
public sealed class VolledigeNaam : MessagePart
{
    /// <summary>Name by birth; for a legal entity the name of the organisation (IV045).</summary>
    [One] public Achternaam Geslachtsnaam { get; set; } = new();

    /// <summary>Name of the partner.</summary>
    [Maybe] public Achternaam? Partnernaam { get; set; }

    /// <summary>First names.</summary>
    [Maybe(T.Naam)] public Value<string> Voornamen { get; set; }

    /// <summary>Initials without points.</summary>
    [Maybe(T.Voorletters)] public Value<string> Voorletters { get; set; }

    /// <summary>Which of the names is used, and in which order (COD700).</summary>
    [One(T.NaamGebruik)] public Value<string> NaamGebruik { get; set; }
}

/// <summary>A name as a provider knows it.</summary>
[BasicType]
public sealed class VerkorteNaam : MessagePart
{
    /// <summary>Name by birth.</summary>
    [One] public Achternaam Geslachtsnaam { get; set; } = new();

    /// <summary>First names.</summary>
    [Maybe(T.Naam)] public Value<string> Voornamen { get; set; }

    /// <summary>Initials without points.</summary>
    [Maybe(T.Voorletters)] public Value<string> Voorletters { get; set; }
}

/// <summary>A date of birth, of which parts may be unknown.</summary>
[BasicType]
public sealed class Geboortedatum : MessagePart
{
    /// <summary>The day; unknown parts are 01 and 1900 (IV009).</summary>
    [One(T.Datum)] public Value<DateOnly> Datum { get; set; }

    /// <summary>What is unknown (COD170); left out when the date is known.</summary>
    [Maybe(T.DatumGebruik)] public Value<string> DatumGebruik { get; set; }
}

/// <summary>The number of a house.</summary>
[BasicType]
public sealed class Huis : MessagePart
{
    /// <summary>Number.</summary>
    [One(T.Huisnummer)] public Value<long> Huisnummer { get; set; }

    /// <summary>Letter after it.</summary>
    [Maybe(T.Huisletter)] public Value<string> Huisletter { get; set; }

    /// <summary>What else is needed to find the letter box.</summary>
    [Maybe(T.HuisnummerToevoeging)] public Value<string> HuisnummerToevoeging { get; set; }

    /// <summary>Aboard, by, opposite, caravan (NUM061).</summary>
    [Maybe(T.AanduidingWoonadres)] public Value<string> AanduidingWoonadres { get; set; }
}

/// <summary>An address.</summary>
[BasicType]
public sealed class Adres : MessagePart
{
    /// <summary>The house.</summary>
    [Maybe] public Huis? Huis { get; set; }

    /// <summary>Postal code, of any country.</summary>
    [Maybe(T.Postcode)] public Value<string> Postcode { get; set; }

    /// <summary>Street, up to 24 characters.</summary>
    [Maybe(T.Straatnaam)] public Value<string> Straatnaam { get; set; }

    /// <summary>Place.</summary>
    [Maybe(T.Plaatsnaam)] public Value<string> Plaatsnaam { get; set; }

    /// <summary>Country, two letters of ISO 3166-1.</summary>
    [Maybe(T.LandCode)] public Value<string> LandCode { get; set; }
}

/// <summary>A phone number.</summary>
[BasicType]
public sealed class Telefoon : MessagePart
{
    /// <summary>Digits only.</summary>
    [One(T.Telefoonnummer)] public Value<string> Telefoonnummer { get; set; }

    /// <summary>Number of the country.</summary>
    [One(T.Landnummer)] public Value<string> Landnummer { get; set; }
}

/// <summary>One or two phone numbers.</summary>
[BasicType]
public sealed class Telefoonnummers : MessagePart
{
    /// <summary>The first.</summary>
    [One] public Telefoon Telefoon01 { get; set; } = new();

    /// <summary>The second.</summary>
    [Maybe] public Telefoon? Telefoon02 { get; set; }
}

/// <summary>Need of an interpreter.</summary>
[BasicType]
public sealed class Communicatie : MessagePart
{
    /// <summary>Kind (COD747).</summary>
    [One(T.Communicatievorm)] public Value<string> Vorm { get; set; }

    /// <summary>Language, for an interpreter of languages.</summary>
    [Maybe(T.Taal)] public Value<string> Taal { get; set; }
}

/// <summary>A period of which either end may be open; both days included.</summary>
[BasicType]
public sealed class OpenPeriode : MessagePart
{
    /// <summary>First day.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> Begindatum { get; set; }

    /// <summary>Last day.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> Einddatum { get; set; }
}

/// <summary>A period with both ends; both days included.</summary>
[BasicType]
public sealed class GeslotenPeriode : MessagePart
{
    /// <summary>First day.</summary>
    [One(T.Datum)] public Value<DateOnly> Begindatum { get; set; }

    /// <summary>Last day.</summary>
    [One(T.Datum)] public Value<DateOnly> Einddatum { get; set; }
}
