using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Funds;

/// <summary>What funds tell the other services.</summary>
internal static class FundEvents
{
    public static FundChanged Changed(Fund fund, DateTimeOffset now) => new()
    {
        FundId = fund.Id,
        AggregateVersion = fund.Version,
        OccurredAt = now,
        RegionId = fund.RegionId,
        Kind = Words(fund.Kind),
        Name = fund.Name,
        MunicipalityId = fund.MunicipalityId ?? "",
        ValidFrom = fund.Validity.From,
        ValidUntil = fund.Validity.Until,
        Movements =
        [
            .. fund.Entries.OrderBy(e => e.Number).Select(e => new FundMovement
            {
                Number = e.Number, Kind = e.Kind.ToString().ToLowerInvariant(), HappenedOn = e.HappenedOn, AmountCents = e.AmountCents,
            }),
        ],
    };

    private static string Words(FundKind kind) => kind switch
    {
        FundKind.EarmarkedGrant => "earmarked-grant",
        FundKind.BudgetLine => "budget-line",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
