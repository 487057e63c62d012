namespace Regio.Reporting.Trajectories;

/// <summary>How often the trajectories of a municipality in a year have changed; the database counts (migration TrajectorySums).</summary>
internal sealed record TrajectoryChange
{
    public required string MunicipalityId { get; init; }

    public required int Year { get; init; }

    public required long Changes { get; init; }
}

/// <summary>The trajectories of a municipality in a year as they were counted, by the usual limits for long and expensive.</summary>
internal sealed record CountedTrajectories
{
    public required string MunicipalityId { get; init; }

    public required int Year { get; init; }

    /// <summary>Day after the last that was counted: of the present year, the day of counting.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The changes that were counted with; others since, and it has to be counted anew.</summary>
    public required long Changes { get; init; }

    /// <summary>The numbers by level and stay, as JSON.</summary>
    public required string Figures { get; init; }

    /// <summary>The pseudonyms of the youths at the begin, 16 bytes each: a youth of two municipalities is one of the region.</summary>
    public required byte[] YouthsBegin { get; init; }

    /// <summary>The pseudonyms of the youths at the end.</summary>
    public required byte[] YouthsEnd { get; init; }
}
