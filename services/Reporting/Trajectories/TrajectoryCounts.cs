namespace Regio.Reporting.Trajectories;

/// <summary>Numbers of trajectories in a period.</summary>
/// <param name="Begin">Begun before the period and not ended before it.</param>
/// <param name="In">Begun in it.</param>
/// <param name="Out">Ended in it, by their last day.</param>
/// <param name="End">Begun before its end and not ended before that; counted by itself.</param>
/// <param name="YouthsBegin">Youths with one at the begin.</param>
/// <param name="YouthsEnd">Youths with one at the end.</param>
/// <param name="Long">Of those in the period, the long ones.</param>
/// <param name="Expensive">Of those in the period, the expensive ones.</param>
/// <param name="Both">Those that are both.</param>
/// <param name="Cents">What those in the period have cost.</param>
internal sealed record TrajectoryCounts(
    long Begin, long In, long Out, long End, long YouthsBegin, long YouthsEnd, long Long, long Expensive, long Both, long Cents)
{
    /// <summary>0 where begin, in and out come to the end.</summary>
    public long Difference => Begin + In - Out - End;

    /// <summary>The sum of rows, in which the youths are counted once.</summary>
    public static TrajectoryCounts Sum(IReadOnlyCollection<TrajectoryCounts> rows, long youthsBegin, long youthsEnd) => new(
        rows.Sum(row => row.Begin), rows.Sum(row => row.In), rows.Sum(row => row.Out), rows.Sum(row => row.End), youthsBegin, youthsEnd,
        rows.Sum(row => row.Long), rows.Sum(row => row.Expensive), rows.Sum(row => row.Both), rows.Sum(row => row.Cents));
}

/// <summary>Numbers of one municipality, level and stay.</summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="Level">Intervention level; 0: not known.</param>
/// <param name="WithStay">Whether the child stays the night; null: not known.</param>
/// <param name="Counts">The numbers.</param>
/// <param name="Youths">Youths with a trajectory in the period.</param>
internal sealed record TrajectoryRow(string MunicipalityId, int Level, bool? WithStay, TrajectoryCounts Counts, long Youths)
{
    /// <summary>Whether one of the numbers leads to fewer children than somebody may be told of.</summary>
    public bool IsBelow(int threshold) =>
        new[] { Counts.Begin, Counts.In, Counts.Out, Counts.End, Counts.YouthsBegin, Counts.YouthsEnd, Counts.Long, Counts.Expensive, Counts.Both, Youths }
            .Any(number => number > 0 && number < threshold);
}

/// <summary>The rows of a period, and all of them together with each youth once.</summary>
internal sealed record TrajectoryYear(IReadOnlyList<TrajectoryRow> Rows, TrajectoryCounts Total);

/// <summary>A period of whole years as far as it is known.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last.</param>
internal sealed record CountedYear(DateOnly From, DateOnly Until)
{
    /// <summary>The year until today, today itself not included.</summary>
    public static CountedYear Of(int year, DateOnly today)
    {
        var (from, after) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        return new(from, after < today ? after : today < from ? from : today);
    }
}
