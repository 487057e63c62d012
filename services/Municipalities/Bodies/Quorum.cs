using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Bodies;

/// <summary>How many must be present; the numbers are those of the messages.</summary>
internal enum QuorumRule
{
    MajorityOfSeats = 1,
    MajorityOfFilledSeats = 2,
    AllSeats = 3,
    Fixed = 4,
}

/// <summary>A quorum that holds from a day until the next one.</summary>
internal sealed record QuorumSetting
{
    public required QuorumRule Rule { get; init; }

    /// <summary>Number of seats of a fixed rule; otherwise 0.</summary>
    public required int Number { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required Source Source { get; init; }

    /// <summary>How many voting seats must be present.</summary>
    /// <param name="seats">How many voting seats there are.</param>
    /// <param name="filled">How many of them are filled.</param>
    public int Required(int seats, int filled) => Rule switch
    {
        QuorumRule.MajorityOfSeats => (seats / 2) + 1,
        QuorumRule.MajorityOfFilledSeats => (filled / 2) + 1,
        QuorumRule.AllSeats => Math.Max(seats, 1),
        _ => Number,
    };
}

/// <summary>Whether a quorum is met.</summary>
/// <param name="Met">False too while no quorum is set.</param>
/// <param name="Required">How many voting seats must be present.</param>
/// <param name="Present">How many voting seats are present and filled.</param>
/// <param name="Seats">How many voting seats there are.</param>
/// <param name="Vacant">How many of them are vacant.</param>
internal sealed record QuorumAnswer(bool Met, int Required, int Present, int Seats, int Vacant);
