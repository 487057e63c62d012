using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class CostSamples : ISampleEvents
{
    private static readonly DateOnly Quarter = new(2026, 4, 1);

    public IEnumerable<object> Events =>
    [
        Drenthe.Municipalities[1],
        Drenthe.Municipalities[1] with { AggregateVersion = 2, Name = "Assen (hernoemd)" },
        Drenthe.Municipalities[5],
        Drenthe.Key,
        Drenthe.Key with { AggregateVersion = 2, ValidUntil = new DateOnly(2030, 1, 1), Weights = [Drenthe.Key.Weights[0]] },
        Drenthe.Allocation(First, "eerste", 1, ("GM0106", 100), ("GM0114", 200)),
        Drenthe.Allocation(First, "eerste, verbeterd", 2, ("GM0114", 50), ("GM1680", 250)),
        Drenthe.Allocation(Second, "tweede", 1, ("GM0114", long.MaxValue)),
        Drenthe.Allocation(Third, "eerste, verbeterd", 1, ("GM0114", -50), ("GM1680", -250)) with { CreditsId = First },
        Accounts.InvoiceRuns.Run(First, "2026-001", new DateOnly(2026, 3, 1), correction: false, ("GM0106", 100, false)),
        Accounts.FundsAndHours.Claim(First, 1, "GM0114", Quarter, 90),
        Accounts.FundsAndHours.Claim(First, 2, "GM0114", Quarter, 90, "settled", Second),
        Accounts.FundsAndHours.Claim(Third, 1, "GM0106", Quarter, 60),
        Accounts.FundsAndHours.Claim(Third, 2, "GM0106", Quarter, 60, "cancelled"),
        Accounts.FundsAndHours.Fund(Second, 1, "Transformatiefonds", "transformation", Quarter, Quarter.AddYears(1)),
        Accounts.FundsAndHours.Fund(Second, 3, "Transformatiefonds", "transformation", Quarter, Quarter.AddYears(2), ("granted", Quarter, 500_00), ("committed", Quarter, 300_00)),
        Accounts.FundsAndHours.Fund(Second, 4, "Transformatiefonds", "transformation", Quarter, null, ("granted", Quarter, 500_00), ("committed", Quarter, 300_00), ("spent", Quarter, 120_00)),
    ];
}
