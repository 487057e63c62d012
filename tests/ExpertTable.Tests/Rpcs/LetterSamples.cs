using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about letters, for the table over all rpcs.</summary>
internal sealed class LetterSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => new WriteAdviceLetterRequest { Id = (await host.CaseInAsync(CaseState.Advised)).Id, Format = LetterFormat.Html });
}
