using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Assessments;

/// <summary>Sort of assessment; the numbers are those of the messages.</summary>
internal enum AssessmentKind
{
    Wheel = 1,
    ScenarioMatrix = 2,
    BottleneckScan = 3,
    RobustnessTest = 4,
    CommissioningNorm = 5,
    BasicFunctions = 6,
}

/// <summary>Something that is scored.</summary>
internal sealed record Criterion
{
    /// <summary>Place in the form, from 1.</summary>
    public required int Position { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }
}

/// <summary>Criteria with a scale. A form never changes, so that scores on it can be compared.</summary>
internal sealed class AssessmentForm
{
    private readonly List<Criterion> _criteria = [];

    private AssessmentForm(string code) => Code = code;

    public string Code { get; }

    public AssessmentKind Kind { get; private init; }

    public string Title { get; private init; } = "";

    public int LowestScore { get; private init; }

    public int HighestScore { get; private init; }

    public required Source Source { get; init; }

    public IReadOnlyList<Criterion> Criteria => _criteria;

    public static AssessmentForm Define(
        string code, AssessmentKind kind, string title, (int Lowest, int Highest) scale, IEnumerable<(string Code, string Title)> criteria, Source source)
    {
        var form = new AssessmentForm(code) { Kind = kind, Title = title, LowestScore = scale.Lowest, HighestScore = scale.Highest, Source = source };
        form._criteria.AddRange(criteria.Select((c, i) => new Criterion { Position = i + 1, Code = c.Code, Title = c.Title }));
        return form;
    }

    /// <summary>Refuses scores that are not of this form.</summary>
    public void Require(IReadOnlyList<Score> scores)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scores.Count; i++)
        {
            var (code, value) = (scores[i].Criterion, scores[i].Value);
            if (_criteria.TrueForAll(c => c.Code != code))
                throw new DomainException(AssessmentRules.CriterionUnknown, $"assessment.scores[{i}].criterion");
            if (!seen.Add(code))
                throw new DomainException(AssessmentRules.ScoredTwice, $"assessment.scores[{i}].criterion");
            if (value < LowestScore || value > HighestScore)
            {
                throw new DomainException(AssessmentRules.OutOfScale, $"assessment.scores[{i}].score", new Dictionary<string, string>
                {
                    ["lowest"] = $"{LowestScore}",
                    ["highest"] = $"{HighestScore}",
                });
            }
        }
    }
}
