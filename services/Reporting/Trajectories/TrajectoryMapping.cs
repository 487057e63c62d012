namespace Regio.Reporting.Trajectories;

/// <summary>From counts of trajectories to their messages.</summary>
internal static class TrajectoryMapping
{
    public static V1.TrajectoryFigures ToProto(this TrajectoryRow row, bool isHidden) => new()
    {
        MunicipalityId = row.MunicipalityId,
        Level = row.Level,
        WithStay = row.WithStay switch { true => "yes", false => "no", null => "" },
        Hidden = isHidden,
        Counts = isHidden ? null : row.Counts.ToProto(),
    };

    public static V1.TrajectoryCounts ToProto(this TrajectoryCounts counts) => new()
    {
        Begin = counts.Begin,
        In = counts.In,
        Out = counts.Out,
        End = counts.End,
        Difference = counts.Difference,
        YouthsBegin = counts.YouthsBegin,
        YouthsEnd = counts.YouthsEnd,
        Long = counts.Long,
        Expensive = counts.Expensive,
        LongAndExpensive = counts.Both,
        AmountCents = counts.Cents,
    };
}
