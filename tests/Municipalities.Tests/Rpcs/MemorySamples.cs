using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Memory;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests on the decision memory, for the table over all rpcs.</summary>
internal sealed class MemorySamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(OfAssen)
        .Add(async () => new GetDocumentRequest { Id = (await host.Memory.RecordDocumentAsync(OfAssen())).Document.Id })
        .Add(() => new ListTimelineEntriesRequest { RegionId = "JHRD", MunicipalityId = "GM0106", Kinds = { TimelineKind.Document } })
        .Add(() => new DefineTermRequest { Term = "proef", Meaning = new() { Code = AnyCode(), Text = "Een betekenis.", Source = new() { Title = "Bron" } } })
        .Add(() => new ListTermsRequest { Text = "o" });

    // Letters only.
    private static string AnyCode() => string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)('a' + Convert.ToInt32(c.ToString(), 16))));

    private static RecordDocumentRequest OfAssen()
    {
        var letter = Recollections.Letter();
        letter.Document.MunicipalityId = "GM0106";
        return letter;
    }
}
