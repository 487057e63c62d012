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

    /// <summary>When the line holds as agreed.</summary>
    public required Validity Validity { get; init; }

    public required ScaleException? ScaleException { get; init; }

    public required string ExceptionGround { get; init; }

    /// <summary>When the line really holds: from the signature on, and no longer than the contract; null while it does not.</summary>
    public Validity? Active { get; private set; }

    public bool Overlaps(ContractLine other) =>
        ProductId == other.ProductId && BuyerId == other.BuyerId && Validity.Overlaps(other.Validity);

    internal void Activate() => Active = Validity;

    internal void EndOn(DateOnly day)
    {
        if (Active is not { } active || active.Until <= day)
            return;
        Active = active.From < day ? new Validity(active.From, day) : null;
    }
}

/// <summary>The words for exceptions on the bus and in metrics.</summary>
internal static class LineWords
{
    public static string Word(this ScaleException exception) => exception switch
    {
        ScaleException.Individual => "individual",
        ScaleException.Crisis => "crisis",
        ScaleException.Transition => "transition",
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception, "Every exception has its own word."),
    };
}
