using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Assessments;

/// <summary>Assessments over real gRPC and PostgreSQL.</summary>
public sealed class AssessmentTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_trend_shows_where_each_score_went_and_what_is_not_known()
    {
        var form = await FormAsync();
        await RecordAsync(form, 2022, ("toegang", 2), ("regie", 4));
        await RecordAsync(form, 2023, ("toegang", 3));
        await RecordAsync(form, 2024, ("toegang", 3), ("regie", 1));

        var trends = (await host.Assessments.GetTrendAsync(new() { Form = form, RegionId = "JHRD", MunicipalityId = "GM0106" })).Trends;

        Assert.Equal(["toegang", "regie", "preventie"], trends.Select(t => t.Criterion.Code));
        Assert.Equal([TrendDirection.Level, TrendDirection.Down, TrendDirection.Unspecified], trends.Select(t => t.Direction));
        Assert.Equal([(2022, 4), (2024, 1)], trends[1].Points.Select(p => (p.Date.Year, p.Score)));
        Assert.Empty(trends[2].Points);
        Assert.Empty((await host.Assessments.GetTrendAsync(new() { Form = form, RegionId = "JHRD" })).Trends.SelectMany(t => t.Points));
    }

    [Fact]
    public async Task The_variants_of_a_scenario_matrix_are_assessed_apart()
    {
        var form = await FormAsync(AssessmentKind.ScenarioMatrix);
        foreach (var (variant, score) in new[] { ("Eén organisatie", 4), ("Twee organisaties", 2) })
        {
            var request = AssessmentSamples.Of(form, municipality: "");
            (request.Assessment.Variant, request.Assessment.Scores[0].Score_) = (variant, score);
            await host.Assessments.RecordAssessmentAsync(request);
        }

        var listed = (await host.Assessments.ListAssessmentsAsync(new() { Form = form })).Assessments;
        Assert.Equal([("Twee organisaties", 2), ("Eén organisatie", 4)], listed.Select(a => (a.Variant, a.Scores[0].Score_)));
    }

    [Fact]
    public async Task A_score_is_on_its_form_and_on_its_scale_once()
    {
        var form = await FormAsync();
        await Refusals.IsRefusedAsync("SCORE_OUT_OF_SCALE", StatusCode.InvalidArgument, () => RecordAsync(form, 2021, ("toegang", 6)));
        await Refusals.IsRefusedAsync("CRITERION_UNKNOWN", StatusCode.NotFound, () => RecordAsync(form, 2021, ("iets-anders", 3)));
        await Refusals.IsRefusedAsync("CRITERION_SCORED_TWICE", StatusCode.InvalidArgument, () => RecordAsync(form, 2021, ("regie", 3), ("regie", 4)));
        await RecordAsync(form, 2021, ("regie", 3));
        await Refusals.IsRefusedAsync("ASSESSMENT_RECORDED", StatusCode.AlreadyExists, () => RecordAsync(form, 2021, ("regie", 4)));
        await Refusals.IsRefusedAsync("ASSESSMENT_FORM_DEFINED", StatusCode.AlreadyExists, async () =>
            await host.Assessments.DefineFormAsync(AssessmentSamples.Form(form)));
        Assert.Equal(3, Assert.Single((await host.Assessments.ListAssessmentsAsync(new() { Form = form })).Assessments).Scores[0].Score_);
    }

    [Fact]
    public async Task The_database_refuses_a_score_that_is_not_on_the_form_and_any_change()
    {
        var form = await FormAsync();
        var id = await RecordAsync(form, 2021, ("regie", 3));
        foreach (var (sql, state) in new[]
            {
                ($"insert into assessment_score (assessment_id, criterion, value, evidence, source_title, source_place) values ('{id}', 'preventie', 9, 'x', 'x', '')", PostgresErrorCodes.CheckViolation),
                ($"update assessment_score set value = 4 where assessment_id = '{id}'", PostgresErrorCodes.RestrictViolation),
            })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));
            Assert.Equal(state, refused.SqlState);
        }
    }

    [Fact]
    public async Task An_adviser_assesses_the_own_municipality_only()
    {
        var form = await FormAsync(AssessmentKind.BasicFunctions);
        var adviser = new AssessmentService.AssessmentServiceClient(host.Host.CreateChannel(TestTokens.For(Roles.PolicyAdviser, municipality: "GM0114")));

        await Refusals.IsRefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await adviser.RecordAssessmentAsync(AssessmentSamples.Of(form)));
        Assert.Equal("GM0114", (await adviser.RecordAssessmentAsync(AssessmentSamples.Of(form, "GM0114"))).Assessment.MunicipalityId);
    }

    private async Task<string> FormAsync(AssessmentKind kind = AssessmentKind.Wheel)
    {
        var form = AssessmentSamples.Form();
        form.Form.Kind = kind;
        return (await host.Assessments.DefineFormAsync(form)).Form.Code;
    }

    private async Task<string> RecordAsync(string form, int year, params (string Criterion, int Score)[] scores)
    {
        var request = AssessmentSamples.Of(form);
        request.Assessment.Date = new Date { Year = year, Month = 1, Day = 1 };
        request.Assessment.Scores.Clear();
        request.Assessment.Scores.AddRange(scores.Select(s => AssessmentSamples.Score(s.Criterion, s.Score)));
        return (await host.Assessments.RecordAssessmentAsync(request)).Assessment.Id;
    }
}
