using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about the read log, for the table over all rpcs.</summary>
internal sealed class ReadLogSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new VerifyReadLogRequest())
        .Add(async () => new FindSubjectRequest { Bsn = await KnownAsync() })
        .Add(async () => new ListSubjectReadsRequest { SubjectPseudonym = (await host.CaseInAsync(CaseState.Registered)).SubjectPseudonym });

    private async Task<string> KnownAsync()
    {
        var request = Requests.Register();
        await host.Guide.RegisterCaseAsync(request);
        return request.Identity.Bsn;
    }
}
