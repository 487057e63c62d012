using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Register;

/// <summary>What holds for every fact that is recorded.</summary>
internal static class RecordedFact
{
    /// <summary>Refuses a fact dated after today.</summary>
    public static void RefuseFuture(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
        {
            throw new DomainException(RegisterRules.FactInTheFuture, field, new Dictionary<string, string>
            {
                ["today"] = today.ToString("O", CultureInfo.InvariantCulture),
            });
        }
    }
}
