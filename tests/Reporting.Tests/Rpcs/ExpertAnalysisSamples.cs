using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>A right request for the analysis of the expert table, for the table over all rpcs.</summary>
internal sealed class ExpertAnalysisSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetHalfYearAnalysisRequest { Period = "2026-H1" })
        .Add(() => new GetExpertYearRequest { Year = 2026 });
}
