using System.Globalization;
using FluentValidation;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Tariffs;

/// <summary>From tariffs to their messages.</summary>
internal static class TariffMapping
{
    public static V1.Tariff ToProto(this Tariff tariff) => new()
    {
        Id = tariff.Id.ToString("D"),
        ContractId = tariff.ContractId.ToString("D"),
        LineId = tariff.LineId.ToString("D"),
        ProviderId = tariff.ProviderId.ToString("D"),
        TariffCents = tariff.Cents,
        Unit = (V1.TariffUnit)tariff.Unit,
        Period = tariff.Validity.ToProto(),
        InForce = tariff.InForce?.ToProto(),
        Provisional = tariff.Provisional,
        Elements = tariff.Elements == CostElements.None ? null : tariff.Elements.ToProto(),
        Substantiation = tariff.Substantiation,
        State = (V1.TariffState)tariff.State,
        Objections = { tariff.Objections.OrderBy(objection => objection.Id).Select(ToProto) },
        Etag = Etag.Of(tariff.Version),
        CreateTime = tariff.CreatedAt.ToProto(),
        AdoptTime = tariff.AdoptedAt?.ToProto(),
    };

    public static CostElements ToDomain(this V1.CostElements elements) => new(
        elements.ClientHoursCents, elements.OtherHoursCents, elements.OtherClientCents, elements.OverheadCents, elements.IndexationCents);

    public static V1.TariffCorrection ToProto(this TariffCorrection correction) => new()
    {
        Period = correction.Period.ToProto(),
        DifferenceCents = correction.DifferenceCents,
        CorrectedTariffId = correction.CorrectedId.ToString("D"),
    };

    public static V1.TariffIndex ToProto(this TariffIndex index) => new()
    {
        Kind = (V1.TariffIndexKind)index.Kind,
        Year = index.Year,
        ForecastPercent = Percent(index.ForecastPercent),
        DefinitivePercent = index.DefinitivePercent is { } definitive ? Percent(definitive) : "",
        Source = index.Source.ToProto(),
    };

    public static string Percent(decimal percent) => percent.ToString("0.############", CultureInfo.InvariantCulture);

    public static decimal Percent(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>A percentage as a decimal with a point and at most four decimals, between two bounds.</summary>
    public static IRuleBuilderOptions<T, string> IsPercent<T>(this IRuleBuilder<T, string> rule, decimal least, decimal most) => rule
        .Must(text => !text.Contains('\0', StringComparison.Ordinal) // the parser overlooks them at the end
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most && value.Scale <= 4)
        .WithMessage(string.Create(CultureInfo.InvariantCulture, $"Give a percentage from {least} to {most} with at most four decimals, such as 4.32."));

    private static V1.CostElements ToProto(this CostElements elements) => new()
    {
        ClientHoursCents = elements.ClientHoursCents,
        OtherHoursCents = elements.OtherHoursCents,
        OtherClientCents = elements.OtherClientCents,
        OverheadCents = elements.OverheadCents,
        IndexationCents = elements.IndexationCents,
    };

    private static V1.TariffObjection ToProto(TariffObjection objection) => new()
    {
        Id = objection.Id.ToString("D"),
        Ground = objection.Ground,
        ReceivedDate = objection.ReceivedOn.ToProto(),
        State = (V1.TariffObjectionState)objection.State,
        Reason = objection.Reason,
    };
}
