using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>JW317: a provider asks a municipality to change what it assigned.</summary>
public sealed class Jw317 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The client.</summary>
    [One] public WijzigingClient Client { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW318: the municipality's return on a JW317.</summary>
public sealed class Jw318 : Message
{
    /// <summary>The header.</summary>
    [One] public RetourHeader Header { get; set; } = new();

    /// <summary>The client with the codes, when something below the header is wrong.</summary>
    [Maybe] public WijzigingClient? Client { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>The client of a change request: nothing but the number.</summary>
public sealed class WijzigingClient : AnsweredPart
{
    /// <summary>Citizen service number.</summary>
    [One(T.BurgerServicenummer)] public Value<string> Bsn { get; set; }

    /// <summary>What is asked.</summary>
    [One] public Verzoek Verzoek { get; set; } = new();
}

/// <summary>A change request: all current assignments of the client, as they should be. Granted or rejected as a whole.</summary>
public sealed class Verzoek : AnsweredPart
{
    /// <summary>The provider's reference, one for the whole request.</summary>
    [One(T.Referentie)] public Value<string> ReferentieAanbieder { get; set; }

    /// <summary>Why (WJ758).</summary>
    [One(T.RedenVerzoek)] public Value<string> RedenVerzoek { get; set; }

    /// <summary>Assignments that stay as they are.</summary>
    [List("OngewijzigdProduct", isRequired: false)] public IReadOnlyList<OngewijzigdProduct> OngewijzigdeProducten { get; set; } = [];

    /// <summary>Assignments that should change.</summary>
    [List("TeWijzigenProduct", isRequired: false)] public IReadOnlyList<TeWijzigenProduct> TeWijzigenProducten { get; set; } = [];

    /// <summary>Care that should be added.</summary>
    [List("NieuwProduct", isRequired: false)] public IReadOnlyList<NieuwProduct> NieuweProducten { get; set; } = [];
}

/// <summary>An assignment that stays as it is.</summary>
public sealed class OngewijzigdProduct : AnsweredPart
{
    /// <summary>The assignment.</summary>
    [One(T.Nummer)] public Value<long> ToewijzingNummer { get; set; }
}

/// <summary>An assignment that should change; it keeps its product.</summary>
public sealed class TeWijzigenProduct : AnsweredPart
{
    /// <summary>The assignment.</summary>
    [One(T.Nummer)] public Value<long> ToewijzingNummer { get; set; }

    /// <summary>From when.</summary>
    [One(T.Datum)] public Value<DateOnly> GewensteIngangsdatum { get; set; }

    /// <summary>Until when, included.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> Einddatum { get; set; }

    /// <summary>How much care.</summary>
    [Maybe] public Omvang? Omvang { get; set; }

    /// <summary>The most it may cost, in eurocents.</summary>
    [Maybe(T.Budget)] public Value<long> Budget { get; set; }
}

/// <summary>Care that should be added.</summary>
public sealed class NieuwProduct : AnsweredPart
{
    /// <summary>What care.</summary>
    [Maybe] public Product? Product { get; set; }

    /// <summary>From when.</summary>
    [One(T.Datum)] public Value<DateOnly> GewensteIngangsdatum { get; set; }

    /// <summary>Until when, included.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> Einddatum { get; set; }

    /// <summary>How much care.</summary>
    [Maybe] public Omvang? Omvang { get; set; }

    /// <summary>The most it may cost, in eurocents.</summary>
    [Maybe(T.Budget)] public Value<long> Budget { get; set; }
}
