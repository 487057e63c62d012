using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.Sittings;

/// <summary>What a file lacks for a sitting.</summary>
internal enum AgendaGap
{
    Analysis,
    Lead,
    Guide,
    ClockStopped,
}

/// <summary>Tells what a file lacks; the table may sit all the same, but nobody finds out at the table.</summary>
internal static class AgendaGaps
{
    public static IEnumerable<AgendaGap> Of(CaseOutline file)
    {
        if (file.Analyses == 0)
            yield return AgendaGap.Analysis;
        if (file.Lead is null)
            yield return AgendaGap.Lead;
        if (file.GuideId is null)
            yield return AgendaGap.Guide;
        if (file.ClockStop is not null)
            yield return AgendaGap.ClockStopped;
    }
}
