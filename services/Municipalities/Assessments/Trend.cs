namespace Regio.Municipalities.Assessments;

/// <summary>Where a score went; the numbers are those of the messages.</summary>
internal enum TrendDirection
{
    Unknown = 0,
    Up = 1,
    Level = 2,
    Down = 3,
}

/// <summary>A score on a day.</summary>
internal sealed record TrendPoint(DateOnly On, int Score, Guid AssessmentId);

/// <summary>How one criterion went for a subject.</summary>
internal sealed record Trend(Criterion Criterion, IReadOnlyList<TrendPoint> Points)
{
    /// <summary>From the last but one to the last; unknown while there are not two.</summary>
    public TrendDirection Direction => Points is [.., var before, var last]
        ? last.Score.CompareTo(before.Score) switch { > 0 => TrendDirection.Up, 0 => TrendDirection.Level, _ => TrendDirection.Down }
        : TrendDirection.Unknown;

    /// <summary>The trends of all criteria of a form, in its order. A day that says nothing of a criterion is passed over.</summary>
    public static IReadOnlyList<Trend> Of(AssessmentForm form, IReadOnlyCollection<Assessment> assessments) =>
    [
        .. form.Criteria.OrderBy(c => c.Position).Select(criterion => new Trend(
            criterion,
            [
                .. from assessment in assessments.OrderBy(a => a.AssessedOn)
                   from score in assessment.Scores
                   where score.Criterion == criterion.Code
                   select new TrendPoint(assessment.AssessedOn, score.Value, assessment.Id),
            ])),
    ];
}
