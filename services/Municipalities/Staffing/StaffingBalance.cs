namespace Regio.Municipalities.Staffing;

/// <summary>How a municipality stands in a quarter.</summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="Owed">Minutes that it owes.</param>
/// <param name="Supplied">Minutes that it supplied.</param>
/// <param name="Balance">Supplied minus owed since the first quarter.</param>
/// <param name="SupplyVersion">How often its supply was recorded; 0: never.</param>
internal sealed record StaffingStanding(string MunicipalityId, long Owed, long Supplied, long Balance, int SupplyVersion);

/// <summary>A quarter with how each municipality stands.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Need">What was needed; null: nothing was asked.</param>
/// <param name="Standings">The municipalities in their order.</param>
internal sealed record QuarterBalance(Quarter Quarter, StaffingNeed? Need, IReadOnlyList<StaffingStanding> Standings);

/// <summary>Owed against supplied, from quarter to quarter.</summary>
internal static class StaffingBalance
{
    /// <summary>The quarters in their order, each with what the ones before it left.</summary>
    /// <param name="quarters">Which quarters.</param>
    /// <param name="needs">The needs that count: at most one for a quarter.</param>
    /// <param name="supplies">The supplies that count: at most one for a municipality and quarter.</param>
    /// <param name="order">All municipalities in their order.</param>
    public static IReadOnlyList<QuarterBalance> Of(
        IEnumerable<Quarter> quarters, IReadOnlyCollection<StaffingNeed> needs, IReadOnlyCollection<StaffingSupply> supplies, IReadOnlyList<string> order)
    {
        var concerned = order.Where(id => supplies.Any(s => s.MunicipalityId == id) || needs.Any(n => n.Owed.Any(o => o.MunicipalityId == id))).ToList();
        var balances = concerned.ToDictionary(id => id, _ => 0L);
        return [.. quarters.Select(quarter => Balance(quarter, needs.FirstOrDefault(n => n.QuarterStart == quarter.Start)))];

        QuarterBalance Balance(Quarter quarter, StaffingNeed? need) => new(quarter, need, [.. concerned.Select(id =>
        {
            var supply = supplies.FirstOrDefault(s => s.QuarterStart == quarter.Start && s.MunicipalityId == id);
            var (owed, supplied) = (need?.Owed.FirstOrDefault(o => o.MunicipalityId == id)?.Minutes ?? 0, supply?.Minutes ?? 0);
            balances[id] += supplied - owed;
            return new StaffingStanding(id, owed, supplied, balances[id], supply?.Version ?? 0);
        })]);
    }
}
