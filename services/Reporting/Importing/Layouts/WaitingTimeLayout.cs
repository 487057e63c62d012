using CsvHelper;

namespace Regio.Reporting.Importing.Layouts;

/// <summary>The providers and products that contracts name, as far as this service has heard of them.</summary>
internal sealed class ContractedNames(IEnumerable<string> providers, IEnumerable<string> products)
{
    private readonly Dictionary<string, string> _providers = providers.Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _products = [.. products];

    /// <summary>The provider as contracts write it; null when none names it.</summary>
    public string? Provider(string name) => _providers.GetValueOrDefault(name);

    public bool KnowsProduct(string code) => _products.Contains(code);
}

/// <summary>
/// Waiting times by provider and product: the weeks that somebody waits, and how many wait. The weeks are told to anybody;
/// how many wait leads to children, and is for the own municipality and the region.
/// </summary>
internal sealed class WaitingTimeLayout(ContractedNames contracted) : FileLayout
{
    public const string Weeks = "waiting-time";
    public const string Waiting = "waiting-list";

    public override IReadOnlyList<string> Columns { get; } = ["Provider", "Product", "Area", "Month", "Weeks", "Waiting"];

    public override IEnumerable<RawRow> Rows(CsvReader csv, RowFaults faults)
    {
        var before = faults.Total;
        var provider = contracted.Provider(csv.GetString("Provider"));
        if (provider is null)
            faults.Add(csv.LineNumber, "Provider", ImportRules.ProviderUnknown, csv.GetString("Provider"));
        var product = csv.GetString("Product");
        if (product.Length > 0 && !contracted.KnowsProduct(product))
            faults.Add(csv.LineNumber, "Product", ImportRules.ProductUnknown, product);
        var month = csv.GetString("Month");
        if (month.Length > 0 && !IsMonth(month))
            faults.Add(csv.LineNumber, "Month", ImportRules.NotAMonth, month);
        var waiting = csv.GetString("Waiting");
        if (DutchNumber.Parse(waiting) is { } persons && persons != decimal.Truncate(persons))
            faults.Add(csv.LineNumber, "Waiting", ImportRules.NotWhole, waiting);
        if (csv.GetString("Weeks").Length == 0 && waiting.Length == 0)
            faults.Add(csv.LineNumber, "Weeks", ImportRules.NothingGiven);
        if (faults.Total != before)
            yield break;
        var breakdown = product.Length > 0 ? $"aanbieder={provider};product={product}" : $"aanbieder={provider}";
        yield return Row(Weeks, csv.GetString("Weeks"), "Weeks");
        yield return Row(Waiting, waiting, "Waiting");

        RawRow Row(string indicator, string value, string column) =>
            new(csv.LineNumber, indicator, csv.GetString("Area"), month, breakdown, value, "", ("Area", "Month", column));
    }

    private static bool IsMonth(string text) => Period.Parse(text) is { Code.Length: 7 } period && period.Code[5] is '0' or '1';
}
