using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>JW315: a provider asks a municipality to assign care.</summary>
public sealed class Jw315 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The client.</summary>
    [One] public VerzoekClient Client { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW316: the municipality's return on a JW315.</summary>
public sealed class Jw316 : Message
{
    /// <summary>The header.</summary>
    [One] public RetourHeader Header { get; set; } = new();

    /// <summary>The client with the codes, when something below the header is wrong.</summary>
    [Maybe] public VerzoekClient? Client { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>The client of a request.</summary>
public sealed class VerzoekClient : NamedClient
{
    /// <summary>Whether the provider knows who has custody (COD260).</summary>
    [Maybe(T.JaNee)] public Value<string> GezagsdragerBekend { get; set; }

    /// <summary>Free text.</summary>
    [Maybe(T.Commentaar)] public Value<string> Commentaar { get; set; }

    /// <summary>What is asked for.</summary>
    [List("AangevraagdProduct")] public IReadOnlyList<AangevraagdProduct> AangevraagdeProducten { get; set; } = [];
}

/// <summary>A product that is asked for.</summary>
public sealed class AangevraagdProduct : AnsweredPart
{
    /// <summary>The provider's reference, one per product.</summary>
    [One(T.Referentie)] public Value<string> ReferentieAanbieder { get; set; }

    /// <summary>Number of the municipality's decision, when it is known.</summary>
    [Maybe(T.Nummer)] public Value<long> BeschikkingNummer { get; set; }

    /// <summary>What care.</summary>
    [Maybe] public Product? Product { get; set; }

    /// <summary>First day of the decision.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> BeschikkingIngangsdatum { get; set; }

    /// <summary>First day that is asked for.</summary>
    [One(T.Datum)] public Value<DateOnly> ToewijzingIngangsdatum { get; set; }

    /// <summary>Last day that is asked for, included.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> ToewijzingEinddatum { get; set; }

    /// <summary>How much care.</summary>
    [Maybe] public Omvang? Omvang { get; set; }

    /// <summary>The most it may cost, in eurocents.</summary>
    [Maybe(T.Budget)] public Value<long> Budget { get; set; }

    /// <summary>Who referred the client.</summary>
    [One] public Verwijzer Verwijzer { get; set; } = new();

    /// <summary>Whether it falls under a national framework contract (COD260).</summary>
    [Maybe(T.JaNee)] public Value<string> Raamcontract { get; set; }

    /// <summary>Free text.</summary>
    [Maybe(T.Commentaar)] public Value<string> Commentaar { get; set; }
}

/// <summary>JW319: a municipality rejects a request or says that it looks into it.</summary>
public sealed class Jw319 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The answer.</summary>
    [One] public Antwoord Antwoord { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW320: the provider's return on a JW319.</summary>
public sealed class Jw320 : Message
{
    /// <summary>The header.</summary>
    [One] public RetourHeader Header { get; set; } = new();

    /// <summary>The answer with the codes, when something below the header is wrong.</summary>
    [Maybe] public Antwoord? Antwoord { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>An answer to a request. It names no client, only the request.</summary>
public sealed class Antwoord : AnsweredPart
{
    /// <summary>Reference of the request.</summary>
    [One(T.Referentie)] public Value<string> ReferentieAanbieder { get; set; }

    /// <summary>1 rejected, 2 under investigation (WJ760).</summary>
    [One(T.VerzoekAntwoord)] public Value<string> VerzoekAntwoord { get; set; }

    /// <summary>Why it is rejected (WJ759).</summary>
    [Maybe(T.RedenAfwijzingVerzoek)] public Value<string> RedenAfwijzingVerzoek { get; set; }

    /// <summary>Who is responsible instead, by the domicile principle.</summary>
    [Maybe] public Woonplaatsbeginsel? Woonplaatsbeginsel { get; set; }
}

/// <summary>Which municipality is held responsible.</summary>
public sealed class Woonplaatsbeginsel : AnsweredPart
{
    /// <summary>CBS code of four digits.</summary>
    [One(T.Gemeente)] public Value<string> Gemeente { get; set; }
}
