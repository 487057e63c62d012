using Regio.Messages.Procurement.V1;
using Regio.Procurement.Catalogue;

namespace Regio.Procurement.Tariffs;

/// <summary>What tariffs tell the other services.</summary>
internal static class TariffEvents
{
    public static TariffAdopted Adopted(Tariff tariff, TariffAdoption adoption, DateTimeOffset now) => new()
    {
        TariffId = tariff.Id,
        AggregateVersion = tariff.Version,
        OccurredAt = now,
        ContractId = tariff.ContractId,
        LineId = tariff.LineId,
        TariffCents = tariff.Cents,
        Unit = tariff.Unit.Word(),
        Provisional = tariff.Provisional,
        ValidFrom = adoption.InForce.From,
        ValidUntil = adoption.InForce.Until,
        Corrections =
        [
            .. adoption.Corrections.Select(correction => new TariffCorrected
            {
                TariffId = correction.CorrectedId,
                ValidFrom = correction.Period.From,
                ValidUntil = correction.Period.Until,
                DifferenceCents = correction.DifferenceCents,
            }),
        ],
    };
}
