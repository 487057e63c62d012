namespace Regio.MessageGenerator;

/// <summary>What is to be made. The same plan makes the same files, to the byte.</summary>
public sealed record ChainPlan
{
    /// <summary>How many clients.</summary>
    public required int Clients { get; init; }

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The year in which all of it happens.</summary>
    public int Year { get; init; } = 2026;

    /// <summary>CBS codes of four digits.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>The providers, all of them for all municipalities.</summary>
    public required IReadOnlyList<PlannedProvider> Providers { get; init; }

    /// <summary>How many of the occasions for an error have it, from 0 to 1; none where it is not named.</summary>
    public IReadOnlyDictionary<PlantedError, double> Errors { get; init; } = new Dictionary<PlantedError, double>();

    /// <summary>The same share of every error.</summary>
    public static IReadOnlyDictionary<PlantedError, double> Everywhere(double share) => Enum.GetValues<PlantedError>().ToDictionary(error => error, _ => share);

    /// <summary>The twelve municipalities of Drenthe and four providers that do not exist.</summary>
    public static ChainPlan Drenthe(int clients, int seed = 1, double errors = 0) => new()
    {
        Clients = clients,
        Seed = seed,
        Municipalities = ["0106", "0109", "0114", "0118", "0119", "1680", "1681", "1690", "1699", "1701", "1730", "1731"],
        Providers =
        [
            new("73000001", [new("45", "45A04", "01", "4", 240, 900, 121, "2026-73000001-45"), new("45", "45A12", "04", "2", 2, 8, 7350, "2026-73000001-45")]),
            new("73000002", [new("44", "44A09", "14", "4", 8, 30, 21_450, "2026-73000002-44"), new("54", "54001", "01", "4", 120, 600, 138, "2026-73000002-54")]),
            new("73000003", [new("41", "41A03", "16", "2", 2, 6, 6120, "2026-73000003-41")]),
            new("73000004", [new("54", "54002", "01", "2", 60, 180, 145, "2026-73000004-54"), new("53", "53A01", "84", "4", 1, 4, 9900, "2026-73000004-53")]),
        ],
        Errors = Everywhere(errors),
    };
}

/// <summary>A provider and what it delivers.</summary>
/// <param name="Code">AGB code of eight digits.</param>
/// <param name="Offers">At least one.</param>
public sealed record PlannedProvider(string Code, IReadOnlyList<PlannedOffer> Offers);

/// <summary>A product at its tariff.</summary>
/// <param name="Category">JZ020.</param>
/// <param name="Code">Product code.</param>
/// <param name="Unit">WJ756; not 83.</param>
/// <param name="Frequency">2 (a week) or 4 (a month).</param>
/// <param name="Least">The smallest size that is assigned.</param>
/// <param name="Most">The largest.</param>
/// <param name="TariffCents">Of one unit, all year.</param>
/// <param name="Ceiling">What the spending counts for; a name of one's own.</param>
public sealed record PlannedOffer(string Category, string Code, string Unit, string Frequency, int Least, int Most, int TariffCents, string Ceiling);
