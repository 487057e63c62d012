using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about terms, for the table over all rpcs. Each from a day of its own, far off.</summary>
internal sealed class TermSamples : ISampleRequests
{
    private static int s_days;

    public void AddTo(Samples samples) => samples.Add(() => new SetTermRequest
    {
        Setting = new TermSetting
        {
            Term = Term.WorklistDays,
            Value = 30,
            StartDate = new DateOnly(2060, 1, 1).AddDays(Interlocked.Increment(ref s_days)).ToProto(),
            Ground = "Besluit van het bestuur",
            Source = new Source { Title = "Besluitenlijst" },
        },
    });
}
