using Regio.CareMessages.Model;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>What a line claims, as far as a tariff is concerned.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Volume">Number of units.</param>
/// <param name="Unit">WJ756.</param>
/// <param name="TariffCents">The tariff that it names; null when it names none.</param>
/// <param name="Cents">The amount.</param>
internal sealed record ClaimedPrice(DateOnly From, DateOnly To, long Volume, string Unit, long? TariffCents, long Cents)
{
    public static ClaimedPrice Of(Prestatie line) => new(
        line.ProductPeriode.Begindatum.Data,
        line.ProductPeriode.Einddatum.Data,
        line.GeleverdVolume.Data,
        line.Eenheid.Data,
        line.ProductTarief.HasValue ? line.ProductTarief.Data : null,
        line.IngediendBedrag.Bedrag.Data);

    public static ClaimedPrice Of(CareClaimLine line) => new(line.StartsOn, line.EndsOn, line.Volume, line.Unit, line.TariffCents, line.Cents);
}
