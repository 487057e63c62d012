using System.Globalization;

namespace Regio.Procurement.Catalogue;

/// <summary>What became of a rule on a day; the numbers are those of the messages.</summary>
internal enum ScaleVerdict
{
    /// <summary>It decides.</summary>
    Decides = 1,

    /// <summary>It is in force for the level, and a rule for the product itself goes first.</summary>
    Overruled = 2,

    /// <summary>It had ended.</summary>
    Ended = 3,

    /// <summary>It had not begun.</summary>
    NotBegun = 4,
}

/// <summary>The scale of a product on a day with its reasons: each rule about the product and what became of it.</summary>
internal sealed record ScaleAnswer(
    Product Product, DateOnly Day, ScaleRule Deciding, IReadOnlyList<(ScaleRule Rule, ScaleVerdict Verdict)> Weighed, DateOnly? NextChange)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static ScaleAnswer Of(Product product, DateOnly day, string field, ProductCatalogue catalogue)
    {
        var deciding = catalogue.Rule(product, day, field);
        var about = catalogue.RulesAbout(product);
        return new ScaleAnswer(
            product, day, deciding, [.. about.Select(rule => (rule, Verdict(rule, deciding, day)))], ChangeAfter(product, day, deciding, about, catalogue));
    }

    /// <summary>The answer as people read it.</summary>
    public string InDutch()
    {
        var subject = Deciding.ProductId is not null
            ? "de regel voor dit product"
            : string.Create(Dutch, $"de regel voor de niveaus {Deciding.LevelFrom} tot en met {Deciding.LevelTo}");
        var until = NextChange is { } change ? string.Create(Dutch, $" tot {change:d MMMM yyyy}") : "";
        return string.Create(
            Dutch,
            $"{Product.Name} (niveau {Product.Level}): op {Day:d MMMM yyyy} geldt{until} {subject}: {Deciding.Scale.InDutch()}, uitgevoerd door {Deciding.Executor}. Grond: {Deciding.Ground}.");
    }

    private static ScaleVerdict Verdict(ScaleRule rule, ScaleRule deciding, DateOnly day) =>
        rule.Id == deciding.Id ? ScaleVerdict.Decides
        : rule.Validity.Contains(day) ? ScaleVerdict.Overruled
        : rule.Validity.From > day ? ScaleVerdict.NotBegun
        : ScaleVerdict.Ended;

    private static DateOnly? ChangeAfter(
        Product product, DateOnly day, ScaleRule deciding, IReadOnlyList<ScaleRule> about, ProductCatalogue catalogue) =>
        about.SelectMany(rule => new[] { rule.Validity.From, rule.Validity.Until })
            .Where(change => change > day).Order()
            .FirstOrDefault(change => catalogue.RuleOrNull(product, change!.Value)?.Id != deciding.Id);
}
