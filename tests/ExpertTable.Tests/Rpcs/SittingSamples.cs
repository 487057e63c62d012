using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about sittings, for the table over all rpcs.</summary>
internal sealed class SittingSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => Diary.Plan("a member"))
        .Add(async () => Diary.Invite(await PlannedAsync(), "another member"))
        .Add(async () => Diary.Withdraw(await PlannedAsync(), "a member"))
        .Add(async () => new GetAgendaRequest { Id = await PlannedAsync() })
        .Add(async () => new GetPackageRequest { Id = await PlannedAsync() });

    private async Task<string> PlannedAsync() => (await host.Sittings().PlanSittingAsync(Diary.Plan("a member"))).Sitting.Id;
}
