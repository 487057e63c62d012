using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Facts;

/// <summary>What holds for every fact that is recorded.</summary>
public static class RecordedFact
{
    /// <summary>The fact is dated after today.</summary>
    public static readonly Rule InTheFuture = new(
        "FACT_IN_THE_FUTURE",
        RuleKind.Invalid,
        "What has not happened yet cannot be recorded; today is {today}.",
        "Wat nog moet gebeuren is niet vast te leggen; vandaag is {today}.");

    /// <summary>Refuses a fact dated after today.</summary>
    /// <param name="day">When it happened.</param>
    /// <param name="today">The day in the Netherlands.</param>
    /// <param name="field">Path of the field of the request that holds the day.</param>
    public static void RefuseFuture(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
        {
            throw new DomainException(InTheFuture, field, new Dictionary<string, string>
            {
                ["today"] = today.ToString("O", CultureInfo.InvariantCulture),
            });
        }
    }
}
