using System.Runtime.InteropServices;

namespace Regio.ExpertTable.Cases;

/// <summary>A stay in a state: how long it took, and how long of that the clock stood still.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(CaseState State, int Round, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, TimeSpan Elapsed, TimeSpan Stopped);

/// <summary>The path of a case, worked out from its moves.</summary>
internal static class CasePath
{
    /// <summary>The stays, oldest first; the last one lasts until now.</summary>
    public static IEnumerable<Step> Of(Case file, IReadOnlyList<Transition> moves, DateTimeOffset now)
    {
        for (var i = 0; i < moves.Count; i++)
        {
            var start = moves[i];
            if (i + 1 < moves.Count)
            {
                var end = moves[i + 1];
                yield return new Step(start.State, start.Round, start.ChangedAt, end.ChangedAt, end.ChangedAt - start.ChangedAt - end.Stopped, end.Stopped);
            }
            else
            {
                var stopped = file.StoppedUntil(now);
                yield return new Step(start.State, start.Round, start.ChangedAt, EndedAt: null, now - start.ChangedAt - stopped, stopped);
            }
        }
    }
}
