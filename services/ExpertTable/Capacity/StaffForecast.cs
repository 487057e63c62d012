using System.Runtime.InteropServices;

namespace Regio.ExpertTable.Capacity;

/// <summary>Whether the care brokers (zorgmakelaars) of the next quarter do for the cases that need one.</summary>
/// <param name="Cases">Cases that have or will have one.</param>
/// <param name="Places">Cases that those in office carry together.</param>
/// <param name="Short">Cases without one.</param>
/// <param name="Needed">Care brokers that would be needed for none to be without.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BrokerForecast(int Cases, int Places, int Short, int Needed)
{
    /// <param name="brokered">Open cases that have a care broker now; they keep them.</param>
    /// <param name="open">All open cases.</param>
    /// <param name="expected">Cases that come in the quarter.</param>
    /// <param name="brokers">Care brokers in office then.</param>
    /// <param name="perBroker">Open cases that each carries.</param>
    public static BrokerForecast Of(int brokered, int open, int expected, int brokers, int perBroker)
    {
        // As many of the new ones will need one as of the present ones do; where there are none yet, each may.
        var coming = open == 0 ? expected : Ceiling((long)expected * brokered, open);
        var cases = brokered + coming;
        return new(cases, brokers * perBroker, Math.Max(0, cases - (brokers * perBroker)), Ceiling(cases, perBroker));
    }

    private static int Ceiling(long count, int by) => (int)((count + by - 1) / by);
}

/// <summary>Whether the hours of the chairs of the next quarter do.</summary>
/// <param name="Minutes">Minutes that they have in the quarter.</param>
/// <param name="Needed">Minutes that the open and the expected cases take.</param>
/// <param name="Short">Minutes that are lacking.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChairForecast(int Minutes, int Needed, int Short)
{
    private const int MonthsInQuarter = 3;

    /// <param name="perMonth">Minutes of all chairs together in a month.</param>
    /// <param name="cases">Open and expected cases.</param>
    /// <param name="perCase">Minutes that a case takes of a chair in a quarter.</param>
    public static ChairForecast Of(int perMonth, int cases, int perCase)
    {
        var (minutes, needed) = (perMonth * MonthsInQuarter, cases * perCase);
        return new(minutes, needed, Math.Max(0, needed - minutes));
    }
}
