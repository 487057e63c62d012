using Regio.Procurement.Catalogue;

namespace Regio.Procurement.Procedures;

/// <summary>A part of what is bought that is bid for by itself (perceel).</summary>
internal sealed class Lot
{
    /// <summary>As people name it, such as <c>1</c> or <c>2b</c>.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string ProductId { get; init; }

    public required TariffUnit Unit { get; init; }

    /// <summary>Most providers that win it; without meaning where everybody is admitted.</summary>
    public required int MostWinners { get; init; }
}

/// <summary>What a criterion looks at; the numbers are those of the messages.</summary>
internal enum CriterionKind
{
    /// <summary>Quality.</summary>
    Quality = 1,

    /// <summary>Price.</summary>
    Price = 2,
}

/// <summary>By what bids are compared.</summary>
internal sealed class Criterion
{
    public required string Name { get; init; }

    public required CriterionKind Kind { get; init; }

    /// <summary>Its share in the score, in percent.</summary>
    public required int Weight { get; init; }
}

/// <summary>A question about a procedure. Who asked it is not kept: the answer is for all.</summary>
internal sealed class ProcedureQuestion
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    public required DateOnly AskedOn { get; init; }

    public string Answer { get; private set; } = "";

    internal void Give(string answer) => Answer = answer;
}

/// <summary>Where a bid stands; the numbers are those of the messages.</summary>
internal enum BidState
{
    /// <summary>Waits for its assessment.</summary>
    Received = 1,

    /// <summary>Came too late: recorded, not assessed.</summary>
    Late = 2,

    /// <summary>Assessed.</summary>
    Assessed = 3,

    /// <summary>Excluded, or does not meet the conditions.</summary>
    Excluded = 4,
}

/// <summary>Points of a bid on a criterion, 0 to 100.</summary>
internal sealed class BidScore
{
    public required string Criterion { get; init; }

    public required int Points { get; init; }
}

/// <summary>A bid of a provider for a lot.</summary>
internal sealed class Bid
{
    private readonly List<BidScore> _scores = [];

    public required Guid Id { get; init; }

    public required Guid ProviderId { get; init; }

    public required string LotNumber { get; init; }

    public required long TariffCents { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public BidState State { get; private set; } = BidState.Received;

    public string Motivation { get; private set; } = "";

    /// <summary>Sum of weight × points, 0 to 10,000.</summary>
    public int Score { get; private set; }

    /// <summary>Whether it is meant to win, or has won.</summary>
    public bool Wins { get; private set; }

    public IReadOnlyList<BidScore> Scores => _scores;

    internal void ComesLate() => State = BidState.Late;

    internal void Exclude(string motivation)
    {
        _scores.Clear();
        (State, Motivation, Score) = (BidState.Excluded, motivation, 0);
    }

    internal void Assess(IReadOnlyList<BidScore> scores, int total, string motivation)
    {
        _scores.Clear();
        _scores.AddRange(scores);
        (State, Motivation, Score) = (BidState.Assessed, motivation, total);
    }

    internal void Win() => Wins = true;
}
