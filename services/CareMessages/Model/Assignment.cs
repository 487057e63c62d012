using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>JW301: a municipality assigns care to a provider, or changes or withdraws what it assigned.</summary>
public sealed class Jw301 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The client.</summary>
    [One] public ToewijzingClient Client { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW302: the provider's return on a JW301.</summary>
public sealed class Jw302 : Message
{
    /// <summary>The header.</summary>
    [One] public RetourHeader Header { get; set; } = new();

    /// <summary>The client with the codes, when something below the header is wrong.</summary>
    [Maybe] public ToewijzingClient? Client { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>The client of an assignment.</summary>
public sealed class ToewijzingClient : AnsweredPart
{
    /// <summary>Citizen service number.</summary>
    [One(T.BurgerServicenummer)] public Value<string> Bsn { get; set; }

    /// <summary>Date of birth.</summary>
    [One] public Geboortedatum Geboortedatum { get; set; } = new();

    /// <summary>Sex (COD046).</summary>
    [One(T.Geslacht)] public Value<string> Geslacht { get; set; }

    /// <summary>Name.</summary>
    [One] public VolledigeNaam Naam { get; set; } = new();

    /// <summary>Need of an interpreter.</summary>
    [Maybe] public Communicatie? Communicatie { get; set; }

    /// <summary>Legal status (WJ232).</summary>
    [Maybe(T.JuridischeStatus)] public Value<string> JuridischeStatus { get; set; }

    /// <summary>Kind of legal representation (WJ003).</summary>
    [Maybe(T.WettelijkeVertegenwoordiging)] public Value<string> WettelijkeVertegenwoordiging { get; set; }

    /// <summary>Free text.</summary>
    [Maybe(T.Commentaar)] public Value<string> Commentaar { get; set; }

    /// <summary>People around the client.</summary>
    [List("Relatie", isRequired: false)] public IReadOnlyList<Relatie> Relaties { get; set; } = [];

    /// <summary>Where the client can be reached.</summary>
    [List("Contact")] public IReadOnlyList<Contact> Contactgegevens { get; set; } = [];

    /// <summary>What is assigned.</summary>
    [List("ToegewezenProduct")] public IReadOnlyList<ToegewezenProduct> ToegewezenProducten { get; set; } = [];
}

/// <summary>Somebody around the client.</summary>
public sealed class Relatie : AnsweredPart
{
    /// <summary>Number of the relation, unique per municipality and client; never changes.</summary>
    [One(T.Persoonsid)] public Value<string> Nummer { get; set; }

    /// <summary>Whom to call first.</summary>
    [Maybe(T.RelatieVolgorde)] public Value<long> Volgorde { get; set; }

    /// <summary>Kind (COD472).</summary>
    [One(T.SoortRelatie)] public Value<string> Soort { get; set; }

    /// <summary>Date of birth.</summary>
    [Maybe] public Geboortedatum? Geboortedatum { get; set; }

    /// <summary>Sex (COD046).</summary>
    [Maybe(T.Geslacht)] public Value<string> Geslacht { get; set; }

    /// <summary>Name, also of an organisation.</summary>
    [One] public VolledigeNaam Naam { get; set; } = new();

    /// <summary>Where they can be reached.</summary>
    [One] public Contact Contact { get; set; } = new();
}

/// <summary>An address with phone and mail.</summary>
public sealed class Contact : AnsweredPart
{
    /// <summary>Kind of address (COD757).</summary>
    [One(T.AdresSoort)] public Value<string> Soort { get; set; }

    /// <summary>The address.</summary>
    [Maybe] public Adres? Adres { get; set; }

    /// <summary>The institution where the person stays (IV002).</summary>
    [Maybe(T.Organisatienaam)] public Value<string> Organisatie { get; set; }

    /// <summary>Phone.</summary>
    [Maybe] public Telefoonnummers? Telefoon { get; set; }

    /// <summary>E-mail.</summary>
    [Maybe(T.Emailadres)] public Value<string> Emailadres { get; set; }

    /// <summary>How long, for a temporary address.</summary>
    [Maybe] public OpenPeriode? Periode { get; set; }
}

/// <summary>An assigned product.</summary>
public sealed class ToegewezenProduct : AnsweredPart
{
    /// <summary>Number of the assignment, unique per municipality.</summary>
    [One(T.Nummer)] public Value<long> ToewijzingNummer { get; set; }

    /// <summary>Reference of the request that is granted with it.</summary>
    [Maybe(T.Referentie)] public Value<string> ReferentieAanbieder { get; set; }

    /// <summary>What care; left out when any care fits (then there is a budget).</summary>
    [Maybe] public Product? Product { get; set; }

    /// <summary>The day on which the municipality decided.</summary>
    [One(T.Datum)] public Value<DateOnly> Toewijzingsdatum { get; set; }

    /// <summary>The time at which the municipality decided.</summary>
    [One(T.Tijd)] public Value<TimeOnly> Toewijzingstijd { get; set; }

    /// <summary>First day.</summary>
    [One(T.Datum)] public Value<DateOnly> Ingangsdatum { get; set; }

    /// <summary>Last day, included.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> Einddatum { get; set; }

    /// <summary>Why it was changed (JZ002).</summary>
    [Maybe(T.RedenWijziging)] public Value<string> RedenWijziging { get; set; }

    /// <summary>How much care.</summary>
    [Maybe] public Omvang? Omvang { get; set; }

    /// <summary>The most it may cost, in eurocents.</summary>
    [Maybe(T.Budget)] public Value<long> Budget { get; set; }

    /// <summary>Free text.</summary>
    [Maybe(T.Commentaar)] public Value<string> Commentaar { get; set; }
}
