using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Assessments;

/// <summary>A score with what it rests on.</summary>
internal sealed record Score
{
    /// <summary>Code of the criterion.</summary>
    public required string Criterion { get; init; }

    public required int Value { get; init; }

    public required string Evidence { get; init; }

    public required Source Source { get; init; }
}

/// <summary>What is assessed.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="MunicipalityId">CBS code; empty for the region as a whole.</param>
/// <param name="Variant">Such as a scenario; empty when there are none.</param>
internal sealed record AssessedSubject(string RegionId, string MunicipalityId, string Variant);

/// <summary>What was found about a subject on a day. It never changes; a later day shows what became of it.</summary>
internal sealed class Assessment
{
    private readonly List<Score> _scores = [];

    private Assessment(Guid id) => Id = id;

    public Guid Id { get; }

    public string FormCode { get; private init; } = "";

    public string RegionId { get; private init; } = "";

    /// <summary>CBS code; empty for the region as a whole.</summary>
    public string MunicipalityId { get; private init; } = "";

    public string Variant { get; private init; } = "";

    public DateOnly AssessedOn { get; private init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public IReadOnlyList<Score> Scores => _scores;

    public static Assessment Record(Guid id, AssessmentForm form, AssessedSubject subject, DateOnly on, IReadOnlyList<Score> scores, string by, DateTimeOffset now)
    {
        form.Require(scores);
        var assessment = new Assessment(id)
        {
            FormCode = form.Code,
            RegionId = subject.RegionId,
            MunicipalityId = subject.MunicipalityId,
            Variant = subject.Variant,
            AssessedOn = on,
            RecordedAt = now,
            RecordedBy = by,
        };
        assessment._scores.AddRange(scores);
        return assessment;
    }
}
