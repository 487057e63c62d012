namespace Regio.Procurement.RegionMoves;

/// <summary>Finds lines for one subject that cannot hold beside each other once they have one buyer.</summary>
internal static class MoveConflicts
{
    /// <param name="lines">The lines for one subject.</param>
    /// <param name="aim">Where the move goes.</param>
    /// <param name="decision">What was decided; it does not count where what it keeps has ended since.</param>
    /// <returns>Null when they follow each other, or when they are alike and of one contract: then one goes on for all.</returns>
    public static MoveConflict? Find(IReadOnlyList<MovingLine> lines, MoveAim aim, RegionMoveDecision? decision)
    {
        MoveConflictKind? kind = null;
        foreach (var (first, second) in lines.SelectMany((line, place) => lines.Skip(place + 1).Select(other => (line, other))))
        {
            if (first.BuyerId == second.BuyerId || Days.Both(first.Rest, second.Rest) is not { } shared)
                continue;
            if (!first.CostsAs(second, shared))
                kind = MoveConflictKind.TariffDiffers;
            else if (first.ContractId != second.ContractId)
                kind ??= MoveConflictKind.ContractDiffers;
        }

        if (kind is not { } found)
            return null;
        // A line that the organisation has already is no line of the move, so it can only be the one that is kept.
        var buyers = lines.Select(line => line.BuyerId).Distinct().ToList();
        IReadOnlyList<string> keepable = buyers.Contains(aim.ToBuyer) ? [aim.ToBuyer] : buyers;
        var holds = decision is not null && (decision.Choice == RegionMoveChoice.ByMunicipality || keepable.Contains(decision.KeepBuyerId));
        return new MoveConflict(lines[0].Subject, found, lines, keepable, holds ? decision!.Choice : null);
    }
}
