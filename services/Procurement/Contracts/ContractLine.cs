using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Contracts;

/// <summary>Why a line may stand outside the scale rule; the numbers are those of the messages.</summary>
internal enum ScaleException
{
    /// <summary>An individual arrangement under the duty of youth help (jeugdhulpplicht).</summary>
    Individual = 1,

    /// <summary>A crisis.</summary>
    Crisis = 2,

    /// <summary>Running care in a transition.</summary>
    Transition = 3,
}

/// <summary>For whom a line goes on.</summary>
/// <param name="Id">A region, or the CBS code of a municipality.</param>
/// <param name="Scale">The scale that it stands for.</param>
/// <param name="Exception">The exception to the scale rule; null: none.</param>
/// <param name="ExceptionGround">Its ground; empty without one.</param>
internal sealed record LineBuyer(string Id, Scale Scale, ScaleException? Exception, string ExceptionGround);

/// <summary>One product for one buyer at one tariff.</summary>
internal sealed class ContractLine
{
    public required Guid Id { get; init; }

    /// <summary>Place in the contract, from 0.</summary>
    public required int Position { get; init; }

    public required string ProductId { get; init; }

    /// <summary>A region, or the CBS code of a municipality.</summary>
    public required string BuyerId { get; init; }

    /// <summary>The scale that the buyer stood for on the first day.</summary>
    public required Scale Scale { get; init; }

    public required TariffUnit Unit { get; init; }

    public required long TariffCents { get; init; }

    /// <summary>The lot (perceel) of the procedure that it was awarded in; empty: none.</summary>
    public required string Lot { get; init; }

    /// <summary>The location of the care, as people name it; empty: any.</summary>
    public required string Location { get; init; }

    /// <summary>When the line holds as agreed.</summary>
    public required Validity Validity { get; set; }

    public required ScaleException? ScaleException { get; init; }

    public required string ExceptionGround { get; init; }

    /// <summary>When the line really holds: from the signature on, and no longer than the contract; null while it does not.</summary>
    public Validity? Active { get; private set; }

    /// <summary>The line that this one goes on from, after a transfer or a move of regions; null: none.</summary>
    public Guid? ContinuesId { get; private init; }

    /// <summary>What a provider has at most one line for on a day.</summary>
    public (string ProductId, string BuyerId, string Lot, string Location) Subject => (ProductId, BuyerId, Lot, Location);

    internal void Activate() => Active = Validity;

    internal void ExtendTo(DateOnly until)
    {
        Validity = new Validity(Validity.From, until);
        Active = Active is { } active ? new Validity(active.From, until) : null;
    }

    /// <summary>The line as it is from a day on in a contract that goes on from this one; null when it has ended by then.</summary>
    internal ContractLine? ContinueFrom(DateOnly day, string location, Guid id)
    {
        if (Active is not { } active || active.Until <= day)
            return null;
        var rest = new Validity(active.From > day ? active.From : day, active.Until);
        return Copy(id, location.Length > 0 ? location : Location, rest, Id);
    }

    /// <summary>The line as it is when it ends on a day; null when nothing of it is left.</summary>
    internal ContractLine? Until(DateOnly? day) => Active switch
    {
        null => null,
        { } active when day is null || active.Until <= day => Copy(Id, Location, active, ContinuesId),
        { } active when active.From < day => Copy(Id, Location, new Validity(active.From, day), ContinuesId),
        _ => null,
    };

    internal void EndOn(DateOnly day)
    {
        if (Active is not { } active || active.Until <= day)
            return;
        Active = active.From < day ? new Validity(active.From, day) : null;
    }

    /// <summary>The line as it goes on for another buyer in the same contract.</summary>
    internal ContractLine ContinueAs(Guid id, int position, LineBuyer buyer, Validity period, long tariffCents) => new()
    {
        Id = id,
        Position = position,
        ProductId = ProductId,
        BuyerId = buyer.Id,
        Scale = buyer.Scale,
        Unit = Unit,
        TariffCents = tariffCents,
        Lot = Lot,
        Location = Location,
        Validity = period,
        ScaleException = buyer.Exception,
        ExceptionGround = buyer.ExceptionGround,
        ContinuesId = Id,
        Active = period,
    };

    private ContractLine Copy(Guid id, string location, Validity validity, Guid? continues) => new()
    {
        Id = id,
        Position = Position,
        ProductId = ProductId,
        BuyerId = BuyerId,
        Scale = Scale,
        Unit = Unit,
        TariffCents = TariffCents,
        Lot = Lot,
        Location = location,
        Validity = validity,
        ScaleException = ScaleException,
        ExceptionGround = ExceptionGround,
        ContinuesId = continues,
        Active = validity,
    };
}

/// <summary>The words for exceptions and grounds on the bus and in metrics.</summary>
internal static class LineWords
{
    public static string Word(this ScaleException exception) => exception switch
    {
        ScaleException.Individual => "individual",
        ScaleException.Crisis => "crisis",
        ScaleException.Transition => "transition",
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception, "Every exception has its own word."),
    };

    public static string Word(this TerminationParty party) => party.ToString().ToLowerInvariant();

    public static string Word(this DissolutionGround ground) => ground.ToString().ToLowerInvariant();

    public static string Word(this TransferGround ground) => ground.ToString().ToLowerInvariant();
}
