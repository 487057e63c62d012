using System.Runtime.InteropServices;
using Regio.Municipalities.Costs;

namespace Regio.Municipalities.Staffing;

/// <summary>A quarter of a year.</summary>
/// <param name="Year">Year.</param>
/// <param name="Number">1 to 4.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quarter(int Year, int Number)
{
    private const int Months = 3;

    public DateOnly Start => new(Year, ((Number - 1) * Months) + 1, 1);

    public static IEnumerable<Quarter> Of(int year) => Enumerable.Range(1, 4).Select(number => new Quarter(year, number));
}

/// <summary>What a municipality owes of the time that is needed.</summary>
internal sealed record StaffingOwed
{
    public required string MunicipalityId { get; init; }

    public required int Rank { get; init; }

    public required long Minutes { get; init; }
}

/// <summary>How much time a region needs in a quarter, in one version, with the shares by the key of then. It never changes.</summary>
internal sealed class StaffingNeed
{
    private readonly List<StaffingOwed> _owed = [];

    public required string RegionId { get; init; }

    /// <summary>First day of the quarter.</summary>
    public required DateOnly QuarterStart { get; init; }

    /// <summary>From 1; the last one counts.</summary>
    public required int Version { get; init; }

    public required long Minutes { get; init; }

    public required Guid AllocationKeyId { get; init; }

    public required string Ground { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public IReadOnlyList<StaffingOwed> Owed => _owed;

    /// <summary>Shares the time out like money: to the minute, what remains to the largest remainders.</summary>
    public StaffingNeed SharedAmong(IReadOnlyList<Sharer> sharers)
    {
        var minutes = LargestRemainder.Divide(Minutes, [.. sharers.Select(s => new Weight(s.Percentage, s.Rank))]);
        _owed.AddRange(sharers.Select((s, i) => new StaffingOwed { MunicipalityId = s.MunicipalityId, Rank = s.Rank, Minutes = minutes[i] }));
        return this;
    }
}

/// <summary>How much time a municipality supplied in a quarter in all, in one version. It never changes.</summary>
internal sealed record StaffingSupply
{
    public required string RegionId { get; init; }

    public required DateOnly QuarterStart { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>From 1; the last one counts.</summary>
    public required int Version { get; init; }

    public required long Minutes { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
