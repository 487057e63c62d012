using Regio.Procurement.Terms;

namespace Regio.Procurement.Contracts;

/// <summary>What a contract says about its end: agreements of the parties, not settings of the region.</summary>
/// <param name="NoticeMonths">Notice of termination and of renewal, in whole months before the day it is about.</param>
/// <param name="RenewalMonths">How much longer the contract runs by one renewal; 0: it has no options.</param>
/// <param name="MostRenewals">Number of options.</param>
internal sealed record ContractClocks(int NoticeMonths, int RenewalMonths, int MostRenewals)
{
    /// <summary>Where a contract says nothing else: the notice that the region set for the day, and no options.</summary>
    public static ContractClocks Default(TermBook terms, DateOnly day) => new(terms.On(Term.NoticeMonths, day), RenewalMonths: 0, MostRenewals: 0);
}
