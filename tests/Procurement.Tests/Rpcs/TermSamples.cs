using Regio.Common.V1;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about terms, for the table over all rpcs. Each from a day of its own, far off.</summary>
internal sealed class TermSamples : ISampleRequests
{
    private static int _days;

    public void AddTo(Samples samples) => samples.Add(() => new SetTermRequest
    {
        Setting = new TermSetting
        {
            Term = Term.ReportBackDays,
            Value = 30,
            StartDate = Later(),
            Ground = "Besluit van het bestuur",
            Source = new Source { Title = "Besluitenlijst" },
        },
    });

    private static Date Later()
    {
        var day = new DateOnly(2060, 1, 1).AddDays(Interlocked.Increment(ref _days));
        return Day(day.Year, day.Month, day.Day);
    }
}
