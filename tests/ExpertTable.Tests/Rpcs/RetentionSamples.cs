using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about keeping files, for the table over all rpcs.</summary>
internal sealed class RetentionSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => Keeping.Hold((await host.CaseInAsync(CaseState.Registered)).Id))
        .Add(async () => Keeping.Lift(await HeldAsync()))
        .Add(() => new DestroyDueRecordsRequest { Kind = RecordKind.ReadLog })
        .Add(async () => Keeping.Destroy((await host.CaseInAsync(CaseState.Returned)).Id));

    private async Task<string> HeldAsync()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        await host.Keeper().SetLegalHoldAsync(Keeping.Hold(id));
        return id;
    }
}
