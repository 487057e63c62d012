using System.Globalization;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Contracts;

/// <summary>Where a request names the lines that are judged.</summary>
/// <param name="Root">Path of the list.</param>
/// <param name="First">Position of its first line in the contract.</param>
internal sealed record LinePath(string Root, int First)
{
    public string Field(int position, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{Root}[{position - First}].{name}");
}

/// <summary>What must hold for the lines of a contract.</summary>
internal static class LineChecks
{
    public static void RequireInside(IReadOnlyList<ContractLine> lines, Validity contract, LinePath path)
    {
        foreach (var line in lines)
        {
            if (!contract.Contains(line.Validity))
                throw new DomainException(ContractRules.LineOutside, path.Field(line.Position, "period"));
        }
    }

    /// <summary>A new line of an addendum begins on its day or later.</summary>
    public static void RequireAfter(IReadOnlyList<ContractLine> lines, DateOnly day, LinePath path)
    {
        if (lines.FirstOrDefault(line => line.Validity.From < day) is { } early)
            throw new DomainException(ContractRules.LineBeforeAddendum, path.Field(early.Position, "period"));
    }

    /// <summary>Within one contract a product is bought by a buyer, for one lot and location, by at most one line on a day.</summary>
    public static void RequireApart(IReadOnlyList<ContractLine> lines, LinePath path)
    {
        foreach (var same in lines.GroupBy(line => line.Subject))
        {
            var ordered = same.OrderBy(line => line.Validity.From).ToList();
            if (ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.First.Validity.Overlaps(pair.Second.Validity)) is { Second: { } second } pair)
                throw new DomainException(ContractRules.LinesOverlap, path.Field(Math.Max(pair.First.Position, second.Position), "period"));
        }
    }

    /// <summary>Each line stands on the scale that holds for its product on its first day, or has an exception with its ground.</summary>
    public static void RequireScale(IReadOnlyList<ContractLine> lines, ProductCatalogue catalogue, LinePath path)
    {
        foreach (var line in lines)
        {
            var product = catalogue.Product(line.ProductId, path.Field(line.Position, "product_id"));
            product.RequireOffered(line.Validity, path.Field(line.Position, "period"));
            if (line.ScaleException is not null)
            {
                if (string.IsNullOrWhiteSpace(line.ExceptionGround))
                    throw new DomainException(ContractRules.GroundMissing, path.Field(line.Position, "exception_ground"));
                continue;
            }

            var rule = catalogue.Rule(product, line.Validity.From, path.Field(line.Position, "product_id"));
            if (rule.Scale != line.Scale)
                throw Violated(rule, line, path);
        }
    }

    private static DomainException Violated(ScaleRule rule, ContractLine line, LinePath path) => new(
        ContractRules.ScaleRuleViolated,
        path.Field(line.Position, "buyer_id"),
        new Dictionary<string, string>
        {
            ["scale_rule_id"] = rule.Id.ToString("D"),
            ["scale_wanted"] = rule.Scale.Word(),
            ["scale_given"] = line.Scale.Word(),
            ["ground"] = rule.Ground,
            ["executor"] = rule.Executor,
            ["product_id"] = line.ProductId,
            ["buyer_id"] = line.BuyerId,
            ["as_of"] = line.Validity.From.ToString("O", CultureInfo.InvariantCulture),
        });
}
