using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about what inspectorates found missing, for the table over all rpcs.</summary>
internal sealed class GapSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => Gaps.Report())
        .Add(async () => Gaps.Plan(await host.ReportedAsync()))
        .Add(async () => Gaps.Start(await host.PlannedAsync()))
        .Add(async () => Gaps.Prove(await host.PlannedAsync()))
        .Add(async () => Gaps.Solve(await host.ProvenAsync()))
        .Add(async () => Gaps.Judge(await host.ReportedAsync()))
        .Add(async () => new GetInspectionGapRequest { Id = await host.ReportedAsync() });
}
