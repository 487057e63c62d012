namespace Regio.Cli.Demo;

/// <summary>What the demo must find: figures published by the region, and the shares that follow from them.</summary>
internal static class PublishedFigures
{
    public const int Municipalities = 12;

    /// <summary>Young people in Drenthe on 2021-01-01, and in its two procurement regions.</summary>
    public const int Youth = 97_536;

    /// <summary>The test amount: € 850,000.00.</summary>
    public const long AmountCents = 85_000_000;

    public static IReadOnlyDictionary<string, int> YouthByRegion { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["NMD"] = 38_756,
        ["ZD"] = 58_780,
    };

    /// <summary>Shares of the test amount by the published key, which sums to 99.9 %.</summary>
    public static IReadOnlyDictionary<string, long> Shares { get; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["GM1680"] = 3_658_659,
        ["GM0106"] = 15_570_571,
        ["GM1681"] = 4_169_169,
        ["GM0109"] = 5_360_360,
        ["GM1690"] = 2_467_467,
        ["GM0114"] = 21_016_016,
        ["GM0118"] = 11_146_146,
        ["GM0119"] = 5_870_871,
        ["GM1731"] = 4_849_850,
        ["GM1699"] = 3_998_999,
        ["GM1730"] = 4_254_254,
        ["GM1701"] = 2_637_638,
    };

    /// <summary>The largest remainder of a single cent is that of Emmen.</summary>
    public const string BearsOneCent = "GM0114";
}
