using System.Runtime.InteropServices;

namespace Regio.ExpertTable.Capacity;

/// <summary>What a forecast starts from.</summary>
/// <param name="Guides">How many guides there will be.</param>
/// <param name="PerGuide">Cases for each in a year.</param>
/// <param name="InAll">Cases of all together in a year.</param>
/// <param name="Taken">Cases that each of the present guides took in the year of the quarter.</param>
/// <param name="TakenInAll">Cases that were taken in that year, those of guides who left included.</param>
/// <param name="Waiting">Cases that wait now.</param>
/// <param name="Expected">Cases that will ask for a guide in the quarter.</param>
internal sealed record CapacityQuestion(int Guides, int PerGuide, int InAll, IReadOnlyList<int> Taken, int TakenInAll, int Waiting, int Expected);

/// <summary>Whether the places of the next quarter do.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CapacityForecast(int Places, int Demand, int Waiting, int NeededGuides, bool LimitedByTotal)
{
    public static CapacityForecast Of(CapacityQuestion question)
    {
        var demand = question.Waiting + question.Expected;
        var total = Math.Max(0, question.InAll - question.TakenInAll);
        var places = Math.Min(total, PlacesOf(question, question.Guides));
        var reachable = Math.Min(demand, total);
        var needed = 0;
        while (PlacesOf(question, needed) < reachable)
            needed++;
        return new(places, demand, Math.Max(0, demand - places), needed, demand > total);
    }

    // Those who took the fewest stay; whoever comes new has taken none.
    private static int PlacesOf(CapacityQuestion question, int guides)
    {
        var staying = question.Taken.Order().Take(guides).ToList();
        return staying.Sum(taken => Math.Max(0, question.PerGuide - taken)) + ((guides - staying.Count) * question.PerGuide);
    }

    /// <summary>First day of the quarter after the one that the day is in.</summary>
    public static DateOnly NextQuarter(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(3 - ((day.Month - 1) % 3));
}
