using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about texts and chairs, for the table over all rpcs.</summary>
internal sealed class TextSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => new CheckTextRequest { Id = (await host.CaseInAsync(CaseState.Registered)).Id, Texts = { new NamedText { Field = "advies", Text = "Een advies." } } })
        .Add(async () => new ShareAnalysisRequest { Id = (await host.CaseInAsync(CaseState.Scheduled)).Id, Version = 1 })
        .Add(async () => new AssignChairRequest { Id = (await host.CaseInAsync(CaseState.Registered)).Id, Chair = (await host.StaffAsync(StaffKind.Chair)).Subject })
        .Add(async () => new HandOverCasesRequest { FromChair = "who is away", ToChair = (await host.StaffAsync(StaffKind.Chair)).Subject });
}
