using Regio.CareMessages.Model;
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
    public KnownRule? Check(Prestatie line)
    {
        if (Unit == nameof(TariffUnit.Month) && (line.ProductPeriode.Begindatum.Data.Day != 1 || !line.GeleverdVolume.Is(1)))
            return KnownClaimRules.WholeMonths;
        if (!line.ProductTarief.HasValue)
            return null;
        var isHourInMinutes = IsByHour && line.Eenheid.Is(Minute);
        if (!line.ProductTarief.Is(isHourInMinutes ? Rounded(Cents / MinutesOfHour) : Cents))
            return KnownClaimRules.TariffAsAgreed;
        var amount = isHourInMinutes ? Rounded(Cents * line.GeleverdVolume.Data / MinutesOfHour) : Cents * line.GeleverdVolume.Data;
        return line.IngediendBedrag.Bedrag.Is(amount) ? null : KnownClaimRules.AmountAsTariff;
    }

    private static long Rounded(decimal cents) => (long)Math.Round(cents, MidpointRounding.AwayFromZero);
}
