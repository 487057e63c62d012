using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>What care: a category and, when it is named that precisely, a code.</summary>
[BasicType]
public sealed class Product : MessagePart
{
    /// <summary>Category (JZ020).</summary>
    [One(T.ProductCategorie)] public Value<string> Categorie { get; set; }

    /// <summary>Code of the national list JZ021 or the municipality's own, by contract.</summary>
    [Maybe(T.ProductCode)] public Value<string> Code { get; set; }
}

/// <summary>How much care.</summary>
[BasicType]
public sealed class Omvang : MessagePart
{
    /// <summary>Number of units; eurocents when the unit is 83.</summary>
    [One(T.Volume)] public Value<long> Volume { get; set; }

    /// <summary>Unit (WJ756).</summary>
    [One(T.Eenheid)] public Value<string> Eenheid { get; set; }

    /// <summary>Per day, week or month, or in all (WMO757).</summary>
    [One(T.Frequentie)] public Value<string> Frequentie { get; set; }
}

/// <summary>Who referred the client.</summary>
[BasicType]
public sealed class Verwijzer : MessagePart
{
    /// <summary>Kind (COD327).</summary>
    [One(T.TypeVerwijzer)] public Value<string> Type { get; set; }

    /// <summary>Name, when there is no AGB code.</summary>
    [Maybe(T.NaamVerwijzer)] public Value<string> Naam { get; set; }

    /// <summary>AGB code of eight digits.</summary>
    [Maybe(T.AgbCode)] public Value<string> ZorgverlenerCode { get; set; }
}

/// <summary>The number of a claim line, and of the line that it takes back.</summary>
[BasicType]
public sealed class Referentie : MessagePart
{
    /// <summary>Unique for the provider, over all claims.</summary>
    [One(T.ReferentieNummer)] public Value<string> ReferentieNummer { get; set; }

    /// <summary>For a credit line: the debit line that it takes back.</summary>
    [Maybe(T.ReferentieNummer)] public Value<string> VorigReferentieNummer { get; set; }
}

/// <summary>An amount and its sign.</summary>
[BasicType]
public sealed class BedragMetDC : MessagePart
{
    /// <summary>Eurocents, never negative.</summary>
    [One(T.Bedrag)] public Value<long> Bedrag { get; set; }

    /// <summary>D claims, C takes back (COD043).</summary>
    [One(T.DebetCredit)] public Value<string> DebetCredit { get; set; }

    /// <summary>The amount with its sign, in eurocents.</summary>
    public long WithSign => DebetCredit.Is("C") ? -Bedrag.Data : Bedrag.Data;
}

/// <summary>A total and its sign.</summary>
[BasicType]
public sealed class TotaalBedragMetDC : MessagePart
{
    /// <summary>Eurocents, never negative, up to twelve digits.</summary>
    [One(T.TotaalBedrag)] public Value<long> TotaalBedrag { get; set; }

    /// <summary>D or C (COD043); D when the total is zero.</summary>
    [One(T.DebetCredit)] public Value<string> DebetCredit { get; set; }

    /// <summary>The total with its sign, in eurocents.</summary>
    public long WithSign => DebetCredit.Is("C") ? -TotaalBedrag.Data : TotaalBedrag.Data;
}
