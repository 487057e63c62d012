namespace Regio.Municipalities.Funds;

/// <summary>The account of a fund over a calendar year.</summary>
/// <param name="OpeningCents">What was left when the year began.</param>
/// <param name="InYear">What happened in the year.</param>
/// <param name="ClosingCents">What was left when it ended.</param>
/// <param name="SpentToDateCents">What was spent since the beginning.</param>
/// <param name="Entries">The entries of the year.</param>
internal sealed record FundAccount(long OpeningCents, FundBalance InYear, long ClosingCents, long SpentToDateCents, IReadOnlyList<FundEntry> Entries)
{
    public static FundAccount Of(Fund fund, int year)
    {
        var inYear = fund.Entries.Where(e => e.HappenedOn.Year == year).ToList();
        var atEnd = fund.BalanceOn(new DateOnly(year, 12, 31));
        return new FundAccount(
            FundBalance.Of(fund.Entries.Where(e => e.HappenedOn.Year < year)).UnspentCents, FundBalance.Of(inYear), atEnd.UnspentCents, atEnd.SpentCents, inYear);
    }
}
