namespace Regio.Procurement.Catalogue;

/// <summary>What a tariff is for; the numbers are those of the messages.</summary>
internal enum TariffUnit
{
    /// <summary>A minute.</summary>
    Minute = 1,

    /// <summary>An hour.</summary>
    Hour = 2,

    /// <summary>Four hours (dagdeel).</summary>
    HalfDay = 3,

    /// <summary>Twenty-four hours (etmaal).</summary>
    Day = 4,

    /// <summary>A piece.</summary>
    Piece = 5,

    /// <summary>A month.</summary>
    Month = 6,
}

/// <summary>The words for units on the bus and in files.</summary>
internal static class TariffUnits
{
    public static string Word(this TariffUnit unit) => unit switch
    {
        TariffUnit.Minute => "minute",
        TariffUnit.Hour => "hour",
        TariffUnit.HalfDay => "half-day",
        TariffUnit.Day => "day",
        TariffUnit.Piece => "piece",
        TariffUnit.Month => "month",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Every unit has its own word."),
    };

    public static TariffUnit Parse(string word) => Enum.GetValues<TariffUnit>().Single(unit => unit.Word() == word);
}
