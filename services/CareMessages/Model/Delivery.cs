using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>JW305: a provider says that it started.</summary>
public sealed class Jw305 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The client.</summary>
    [One] public StartClient Client { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW306: the municipality's return on a JW305.</summary>
public sealed class Jw306 : Message
{
    /// <summary>The header.</summary>
    [One] public RetourHeader Header { get; set; } = new();

    /// <summary>The client with the codes, when something below the header is wrong.</summary>
    [Maybe] public StartClient? Client { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW307: a provider says that it stopped.</summary>
public sealed class Jw307 : Message
{
    /// <summary>The header.</summary>
    [One] public Header Header { get; set; } = new();

    /// <summary>The client.</summary>
    [One] public StopClient Client { get; set; } = new();

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>JW308: the municipality's return on a JW307.</summary>
public sealed class Jw308 : Message
{
    /// <summary>The header.</summary>
    [One] public RetourHeader Header { get; set; } = new();

    /// <summary>The client with the codes, when something below the header is wrong.</summary>
    [Maybe] public StopClient? Client { get; set; }

    /// <inheritdoc/>
    public override Header Envelope => Header;
}

/// <summary>A client as providers name them in most messages.</summary>
public abstract class NamedClient : AnsweredPart
{
    /// <summary>Citizen service number.</summary>
    [One(T.BurgerServicenummer)] public Value<string> Bsn { get; set; }

    /// <summary>Date of birth.</summary>
    [One] public Geboortedatum Geboortedatum { get; set; } = new();

    /// <summary>Sex (COD046).</summary>
    [One(T.Geslacht)] public Value<string> Geslacht { get; set; }

    /// <summary>Name.</summary>
    [One] public VerkorteNaam Naam { get; set; } = new();
}

/// <summary>The client of a start.</summary>
public sealed class StartClient : NamedClient
{
    /// <summary>What was started.</summary>
    [List("StartProduct")] public IReadOnlyList<StartProduct> StartProducten { get; set; } = [];
}

/// <summary>The client of a stop.</summary>
public sealed class StopClient : NamedClient
{
    /// <summary>What was stopped.</summary>
    [List("StopProduct")] public IReadOnlyList<StopProduct> StopProducten { get; set; } = [];
}

/// <summary>A start of delivery.</summary>
public sealed class StartProduct : AnsweredPart
{
    /// <summary>The assignment; left out only in task-based work.</summary>
    [Maybe(T.Nummer)] public Value<long> ToewijzingNummer { get; set; }

    /// <summary>As the assignment has it.</summary>
    [Maybe] public Product? Product { get; set; }

    /// <summary>First day of the assignment.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> ToewijzingIngangsdatum { get; set; }

    /// <summary>First day of delivery.</summary>
    [One(T.Datum)] public Value<DateOnly> Begindatum { get; set; }

    /// <summary>1 new, 3 delete (COD467; 2 and 9 are not used).</summary>
    [One(T.StatusAanlevering)] public Value<string> StatusAanlevering { get; set; }
}

/// <summary>A stop of delivery.</summary>
public sealed class StopProduct : AnsweredPart
{
    /// <summary>The assignment; left out only in task-based work.</summary>
    [Maybe(T.Nummer)] public Value<long> ToewijzingNummer { get; set; }

    /// <summary>As the assignment has it.</summary>
    [Maybe] public Product? Product { get; set; }

    /// <summary>First day of the assignment.</summary>
    [Maybe(T.Datum)] public Value<DateOnly> ToewijzingIngangsdatum { get; set; }

    /// <summary>First day of the delivery that is stopped.</summary>
    [One(T.Datum)] public Value<DateOnly> Begindatum { get; set; }

    /// <summary>Why (JZ588); 20 is for a time.</summary>
    [One(T.RedenBeeindiging)] public Value<string> RedenBeeindiging { get; set; }

    /// <summary>Last day of delivery, included.</summary>
    [One(T.Datum)] public Value<DateOnly> Einddatum { get; set; }

    /// <summary>1 new, 3 delete (COD467; 2 and 9 are not used).</summary>
    [One(T.StatusAanlevering)] public Value<string> StatusAanlevering { get; set; }
}
