using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about seeing a file and putting it right, for the table over all rpcs.</summary>
internal sealed class SubjectRightsSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => Rights.Inspect(await host.CaseInAsync(CaseState.Registered)))
        .Add(async () => Rights.Ask(await host.CaseInAsync(CaseState.Registered)))
        .Add(async () => await OfAskedAsync(Rights.Extend))
        .Add(async () => await OfAskedAsync(Rights.Attach))
        .Add(async () => await OfAskedAsync((id, asked) => new GetRectificationRequest { Id = id, RectificationId = asked }));

    private async Task<T> OfAskedAsync<T>(Func<string, string, T> request)
    {
        var file = await host.CaseInAsync(CaseState.Registered);
        return request(file.Id, (await host.Rights().RequestRectificationAsync(Rights.Ask(file))).Rectification.Id);
    }
}
