using System.Globalization;
using System.Runtime.InteropServices;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Computing;

/// <summary>What was delivered in a period for what cost.</summary>
/// <param name="Volume">How many trajectories.</param>
/// <param name="Cents">What they cost.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Delivered(long Volume, long Cents)
{
    /// <summary>The most trajectories that are computed with, far above those of a country.</summary>
    public const long MostVolume = 10_000_000_000;

    /// <summary>The most eurocents that are computed with: a decimal still holds so much times the most trajectories.</summary>
    public const long MostCents = 100_000_000_000_000_000;

    /// <summary>What two figures tell; refused where they are too large to compute with.</summary>
    public static Delivered Of(decimal volume, decimal euros) =>
        new((long)Checked(volume, MostVolume), (long)(Checked(euros, MostCents / 100) * 100));

    /// <summary>A number of eurocents; refused where it is too large to be told to the cent.</summary>
    public static long Amount(decimal cents) => (long)Checked(cents, MostCents);

    public static Delivered operator +(Delivered a, Delivered b) => new((long)Checked((decimal)a.Volume + b.Volume, MostVolume), Amount((decimal)a.Cents + b.Cents));

    private static decimal Checked(decimal number, long most) => Math.Abs(number) <= most
        ? number
        : throw new DomainException(ComputingRules.FiguresTooLarge, "area_id", new Dictionary<string, string>
        {
            ["most_volume"] = MostVolume.ToString(CultureInfo.InvariantCulture),
            ["most_euros"] = (MostCents / 100).ToString(CultureInfo.InvariantCulture),
        });
}

/// <summary>Why a cost differs from an earlier one, in eurocents; the three always add up to the difference.</summary>
/// <param name="PriceCents">The earlier volume at the difference in price.</param>
/// <param name="VolumeCents">The difference in volume at the earlier price.</param>
/// <param name="InteractionCents">The difference in volume at the difference in price, and what rounding the other two leaves.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CostEffects(long PriceCents, long VolumeCents, long InteractionCents)
{
    public long DifferenceCents => PriceCents + VolumeCents + InteractionCents;

    public static CostEffects operator +(CostEffects a, CostEffects b) =>
        new(
            Delivered.Amount((decimal)a.PriceCents + b.PriceCents),
            Delivered.Amount((decimal)a.VolumeCents + b.VolumeCents),
            Delivered.Amount((decimal)a.InteractionCents + b.InteractionCents));
}

/// <summary>Splits a difference in cost (P times Q) into price, volume and their interaction.</summary>
internal static class PriceVolume
{
    /// <summary>
    /// The effects. What is new, or has ended, has no price to compare with: it is volume altogether. Price and volume are
    /// rounded half away from zero, so that a fall is the mirror image of a rise.
    /// </summary>
    public static CostEffects Between(Delivered before, Delivered after)
    {
        if ((before.Volume == 0 && before.Cents != 0) || (after.Volume == 0 && after.Cents != 0))
            throw new DomainException(ComputingRules.CostWithoutVolume);
        var difference = Delivered.Amount((decimal)after.Cents - before.Cents);
        if (before.Volume == 0 || after.Volume == 0)
            return new(0, difference, 0);
        var price = Rounded(((decimal)before.Volume * after.Cents / after.Volume) - before.Cents);
        var volume = Rounded(((decimal)before.Cents * after.Volume / before.Volume) - before.Cents);
        return new(price, volume, Delivered.Amount((decimal)difference - price - volume));
    }

    /// <summary>The average price in eurocents, rounded half away from zero; unknown without volume.</summary>
    public static long? AverageCents(Delivered delivered) => delivered.Volume == 0 ? null : Rounded((decimal)delivered.Cents / delivered.Volume);

    private static long Rounded(decimal cents) => Delivered.Amount(Math.Round(cents, MidpointRounding.AwayFromZero));
}
