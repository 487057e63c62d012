using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests about what each audience may see, for the table over all rpcs; each from a later day.</summary>
internal sealed class SuppressionSamples : ISampleRequests
{
    private static int _day;

    public void AddTo(Samples samples) => samples
        .Add(() => new AdoptSuppressionPolicyRequest
        {
            Policy = new()
            {
                Audience = Audience.Public,
                Threshold = 5,
                MoneyPercent = 20,
                Period = new() { StartDate = DayOf(Interlocked.Increment(ref _day)) },
                Ground = "Besluit van de stuurgroep.",
                Source = new() { Title = "Besluitenlijst", Place = "punt 4" },
            },
        });

    private static Common.V1.Date DayOf(int number)
    {
        var day = new DateOnly(2080, 1, 1).AddDays(number);
        return new() { Year = day.Year, Month = day.Month, Day = day.Day };
    }
}
