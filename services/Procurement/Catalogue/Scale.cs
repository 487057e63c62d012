namespace Regio.Procurement.Catalogue;

/// <summary>On which scale something is bought; the numbers are those of the messages.</summary>
internal enum Scale
{
    /// <summary>Each municipality by itself.</summary>
    Local = 1,

    /// <summary>Each procurement region by itself (inkoopregio).</summary>
    ProcurementRegion = 2,

    /// <summary>All of Drenthe together.</summary>
    Drenthe = 3,

    /// <summary>The three northern provinces together.</summary>
    ThreeNorth = 4,

    /// <summary>Nationally.</summary>
    National = 5,
}

/// <summary>The words for scales in files and in metadata of refusals.</summary>
internal static class Scales
{
    private static readonly Dictionary<Scale, string> Words = new()
    {
        [Scale.Local] = "local",
        [Scale.ProcurementRegion] = "procurement-region",
        [Scale.Drenthe] = "drenthe",
        [Scale.ThreeNorth] = "three-north",
        [Scale.National] = "national",
    };

    private static readonly Dictionary<Scale, string> DutchWords = new()
    {
        [Scale.Local] = "iedere gemeente voor zich",
        [Scale.ProcurementRegion] = "elke inkoopregio voor zich",
        [Scale.Drenthe] = "Drentse schaal",
        [Scale.ThreeNorth] = "schaal van de drie noordelijke provincies",
        [Scale.National] = "landelijke schaal",
    };

    public static string Word(this Scale scale) => Words[scale];

    public static string InDutch(this Scale scale) => DutchWords[scale];

    public static Scale Parse(string word) => Words.Single(pair => pair.Value == word).Key;
}
