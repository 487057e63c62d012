using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Assessments;

/// <summary>Between assessments and their messages. The numbers of the enums are those of the messages.</summary>
internal static class AssessmentMapping
{
    public static V1.AssessmentForm ToProto(this AssessmentForm form) => new()
    {
        Code = form.Code,
        Kind = (V1.AssessmentKind)form.Kind,
        Title = form.Title,
        LowestScore = form.LowestScore,
        HighestScore = form.HighestScore,
        Criteria = { form.Criteria.OrderBy(c => c.Position).Select(ToProto) },
        Source = form.Source.ToProto(),
    };

    public static AssessmentForm ToDomain(this V1.AssessmentForm form) => AssessmentForm.Define(
        form.Code,
        (AssessmentKind)form.Kind,
        form.Title.Trim(),
        (form.LowestScore, form.HighestScore),
        form.Criteria.Select(c => (c.Code, c.Title.Trim())),
        form.Source.ToDomain());

    public static V1.Assessment ToProto(this Assessment assessment) => new()
    {
        Id = assessment.Id.ToString("D"),
        Form = assessment.FormCode,
        RegionId = assessment.RegionId,
        MunicipalityId = assessment.MunicipalityId,
        Variant = assessment.Variant,
        Date = assessment.AssessedOn.ToProto(),
        Scores = { assessment.Scores.OrderBy(s => s.Criterion, StringComparer.Ordinal).Select(ToProto) },
    };

    public static Score ToDomain(this V1.Score score) =>
        new() { Criterion = score.Criterion, Value = score.Score_, Evidence = score.Evidence.Trim(), Source = score.Source.ToDomain() };

    public static V1.CriterionTrend ToProto(this Trend trend) => new()
    {
        Criterion = ToProto(trend.Criterion),
        Points = { trend.Points.Select(p => new V1.TrendPoint { Date = p.On.ToProto(), Score = p.Score, AssessmentId = p.AssessmentId.ToString("D") }) },
        Direction = (V1.TrendDirection)trend.Direction,
    };

    private static V1.Criterion ToProto(Criterion criterion) => new() { Code = criterion.Code, Title = criterion.Title };

    private static V1.Score ToProto(Score score) =>
        new() { Criterion = score.Criterion, Score_ = score.Value, Evidence = score.Evidence, Source = score.Source.ToProto() };
}
