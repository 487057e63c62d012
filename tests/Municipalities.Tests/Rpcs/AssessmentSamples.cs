using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about assessments, for the table over all rpcs.</summary>
internal sealed class AssessmentSamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => Form())
        .Add(() => new ListFormsRequest())
        .Add(async () => Of(await FormAsync()))
        .Add(() => new ListAssessmentsRequest { RegionId = "JHRD" })
        .Add(async () => new GetTrendRequest { Form = await FormAsync(), RegionId = "JHRD" });

    public static DefineFormRequest Form(string? code = null) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Form = new()
        {
            Code = code ?? $"proef-{Guid.NewGuid():N}",
            Kind = AssessmentKind.Wheel,
            Title = "Wiel",
            LowestScore = 1,
            HighestScore = 5,
            Criteria = { Criterion("toegang"), Criterion("regie"), Criterion("preventie") },
            Source = new() { Title = "Omarm de complexiteit, mei 2022" },
        },
    };

    public static RecordAssessmentRequest Of(string form, string municipality = "GM0106") => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Assessment = new() { Form = form, RegionId = "JHRD", MunicipalityId = municipality, Date = RoundWays.Past, Scores = { Score("toegang", 3) } },
    };

    public static Score Score(string criterion, int score) =>
        new() { Criterion = criterion, Score_ = score, Evidence = "Interview met het lokale team.", Source = new() { Title = "Verslag" } };

    private static Criterion Criterion(string code) => new() { Code = code, Title = $"Criterium {code}" };

    private async Task<string> FormAsync() => (await host.Assessments.DefineFormAsync(Form())).Form.Code;
}
