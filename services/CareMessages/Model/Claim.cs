using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>JW323: a provider claims what it delivered, for many clients.</summary>
public sealed class Jw323 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The claim.</summary>
    [One] public Declaratie Declaratie { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW325: a municipality answers a claim.</summary>
public sealed class Jw325 : Message
{
    /// <summary>The header.</summary>
    [One] public DeclaratieAntwoordHeader Header { get; set; } = new();

    /// <summary>The answer; left out when the header says that the message as a whole is refused.</summary>
    [Maybe] public DeclaratieAntwoord? DeclaratieAntwoord { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>A claim.</summary>
public sealed class Declaratie : MessagePart
{
    /// <summary>The provider's number, letters and digits (CS319).</summary>
    [One(T.DeclaratieNummer)] public Value<string> DeclaratieNummer { get; set; }

    /// <summary>One calendar month.</summary>
    [One] public GeslotenPeriode DeclaratiePeriode { get; set; } = new();

    /// <summary>The day on which it was signed.</summary>
    [One(T.Datum)] public Value<DateOnly> DeclaratieDagtekening { get; set; }

    /// <summary>What all lines together claim.</summary>
    [One] public TotaalBedragMetDC TotaalIngediendBedrag { get; set; } = new();

    /// <summary>The clients; read one by one, so empty when they were handed over.</summary>
    [List("Client", IsStreamed = true)] public IEnumerable<DeclaratieClient> Clienten { get; set; } = [];
}

/// <summary>The answer to a claim.</summary>
public sealed class DeclaratieAntwoord : AnsweredPart
{
    /// <summary>As in the claim.</summary>
    [One(T.DeclaratieNummer)] public Value<string> DeclaratieNummer { get; set; }

    /// <summary>As in the claim.</summary>
    [One] public TotaalBedragMetDC TotaalIngediendBedrag { get; set; } = new();

    /// <summary>What the accepted lines together are worth.</summary>
    [One] public TotaalBedragMetDC TotaalToegekendBedrag { get; set; } = new();

    /// <summary>Clients with a line that is refused; read one by one, so empty when they were handed over.</summary>
    [List("Client", isRequired: false, IsStreamed = true)] public IEnumerable<DeclaratieClient> Clienten { get; set; } = [];
}

/// <summary>A client with what was delivered to them.</summary>
public sealed class DeclaratieClient : AnsweredPart
{
    /// <summary>Citizen service number.</summary>
    [One(T.BurgerServicenummer)] public Value<string> Bsn { get; set; }

    /// <summary>The lines.</summary>
    [List("Prestatie")] public IReadOnlyList<Prestatie> Prestaties { get; set; } = [];
}

/// <summary>A line of a claim: one assignment, one product, one period.</summary>
public sealed class Prestatie : AnsweredPart
{
    /// <summary>The number of the line.</summary>
    [One] public Referentie ProductReferentie { get; set; } = new();

    /// <summary>The assignment.</summary>
    [One(T.Nummer)] public Value<long> ToewijzingNummer { get; set; }

    /// <summary>Category (JZ020).</summary>
    [One(T.ProductCategorie)] public Value<string> ProductCategorie { get; set; }

    /// <summary>Code of what was delivered.</summary>
    [One(T.ProductCode)] public Value<string> ProductCode { get; set; }

    /// <summary>When it was delivered, within one month.</summary>
    [One] public GeslotenPeriode ProductPeriode { get; set; } = new();

    /// <summary>How much; eurocents when the unit is 83.</summary>
    [One(T.Volume)] public Value<long> GeleverdVolume { get; set; }

    /// <summary>Unit (WJ756).</summary>
    [One(T.Eenheid)] public Value<string> Eenheid { get; set; }

    /// <summary>Tariff of one unit, in eurocents; left out when the unit is 83.</summary>
    [Maybe(T.Bedrag)] public Value<long> ProductTarief { get; set; }

    /// <summary>What is claimed.</summary>
    [One] public BedragMetDC IngediendBedrag { get; set; } = new();
}
