namespace Regio.Municipalities.Invoices;

/// <summary>How value added tax bears on a line; the numbers are those of the messages.</summary>
internal enum VatTreatment
{
    OutsideScope = 1,
    Exempt = 2,
    Standard = 3,
}

/// <summary>Value added tax (Wet op de omzetbelasting 1968).</summary>
internal static class Vat
{
    // Article 9, first paragraph, as it read from each day on; the last first.
    private static readonly (DateOnly From, int Percent)[] GeneralRates = [(new(2012, 10, 1), 21), (new(2001, 1, 1), 19), (DateOnly.MinValue, 0)];

    /// <summary>The tax on an amount in cents, rounded to the cent; a credit mirrors its debit.</summary>
    public static long On(long amountCents, VatTreatment treatment, DateOnly day)
    {
        if (treatment != VatTreatment.Standard)
            return 0;
        var percent = GeneralRates.First(rate => rate.From <= day).Percent;
        return (long)decimal.Round((decimal)amountCents * percent / 100, MidpointRounding.AwayFromZero);
    }
}
