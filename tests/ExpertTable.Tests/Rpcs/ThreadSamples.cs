using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about common threads, for the table over all rpcs.</summary>
internal sealed class ThreadSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => Threads.DrawUp("2015-H1"))
        .Add(async () => Threads.Establish(await DrawnUpAsync()))
        .Add(async () => Threads.Check((await host.ThreadsAs().EstablishThreadsAsync(Threads.Establish(await DrawnUpAsync()))).Analysis.Id))
        .Add(async () => new GetThreadsRequest { Id = await DrawnUpAsync() });

    private async Task<string> DrawnUpAsync() => (await host.ThreadsAs().DrawUpThreadsAsync(Threads.DrawUp(Threads.OldHalfYear()))).Analysis.Id;
}
