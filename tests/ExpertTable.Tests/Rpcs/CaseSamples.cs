using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about cases, for the table over all rpcs.</summary>
internal sealed class CaseSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => Requests.Register())
        .Add(async () => Requests.Accept(await InAsync(CaseState.Registered)))
        .Add(async () => Requests.Analysis(await InAsync(CaseState.Accepted)))
        .Add(async () => Requests.Schedule(await AnalysedAsync()))
        .Add(async () => Requests.Advice(await InAsync(CaseState.Scheduled)))
        .Add(async () => Requests.Decide(await InAsync(CaseState.Advised)))
        .Add(async () => Requests.Purchase(await InAsync(CaseState.Decided)))
        .JudgedElsewhere<RequestPurchaseRequest>("product_id")
        .Add(async () => new GetCaseRequest { Id = await InAsync(CaseState.Registered), Purpose = ReadPurpose.Treatment })
        .Add(async () => new ListCaseReadsRequest { Id = await InAsync(CaseState.Registered) });

    private async Task<string> InAsync(CaseState state) => (await host.CaseInAsync(state)).Id;

    private async Task<string> AnalysedAsync()
    {
        var id = await InAsync(CaseState.Accepted);
        await host.Guide.RecordAnalysisAsync(Requests.Analysis(id));
        return id;
    }
}
