using Regio.CareMessages.Rules;
using Regio.Procurement.Catalogue;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>A tariff that a contract has for a product over some days.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="ProductId">The product of the catalogue.</param>
/// <param name="Category">Its category of iJw.</param>
/// <param name="Code">Its code of iJw.</param>
/// <param name="BuyerId">Who buys: a region or a municipality.</param>
/// <param name="Unit">What the tariff is for.</param>
/// <param name="Cents">The tariff.</param>
/// <param name="FromDay">First day.</param>
/// <param name="UntilDay">First day on which it does not hold any more; null: open.</param>
internal sealed record AgreedTariff(
    Guid ContractId, string ProductId, string Category, string Code, string BuyerId, string Unit, long Cents, DateOnly FromDay, DateOnly? UntilDay)
{
    private const string Minute = "01";
    private const decimal MinutesOfHour = 60;

    private bool IsByHour => Unit == nameof(TariffUnit.Hour);

    /// <summary>Whether it holds on a day of a period.</summary>
    public bool HoldsWithin(DateOnly from, DateOnly to) => FromDay <= to && (UntilDay is null || from < UntilDay);

    /// <summary>The rule of tariffs that a line breaks; null: none. Half a cent is rounded up (IV081).</summary>
    public KnownRule? Check(ClaimedPrice line)
    {
        if (Unit == nameof(TariffUnit.Month) && (line.From.Day != 1 || line.Volume != 1))
            return KnownClaimRules.WholeMonths;
        if (line.TariffCents is not { } tariff)
            return null;
        var isHourInMinutes = IsByHour && line.Unit == Minute;
        if (tariff != (isHourInMinutes ? Rounded(Cents / MinutesOfHour) : Cents))
            return KnownClaimRules.TariffAsAgreed;
        var amount = isHourInMinutes ? Rounded(Cents * line.Volume / MinutesOfHour) : Cents * line.Volume;
        return line.Cents == amount ? null : KnownClaimRules.AmountAsTariff;
    }

    /// <summary>Of the tariffs for a product that hold within the period of a line the one that it was claimed at; otherwise the newest; null: none holds.</summary>
    public static AgreedTariff? Of(IEnumerable<AgreedTariff> ofProduct, ClaimedPrice line)
    {
        var holding = ofProduct.Where(tariff => tariff.HoldsWithin(line.From, line.To)).ToList();
        return holding.Find(tariff => tariff.Check(line) is null) ?? holding.FirstOrDefault();
    }

    private static long Rounded(decimal cents) => (long)Math.Round(cents, MidpointRounding.AwayFromZero);
}
