using System.Globalization;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Contracts;

/// <summary>What must hold for the lines of a contract.</summary>
internal static class LineChecks
{
    /// <summary>Path of a field of a line in the requests that draft contracts.</summary>
    public static string Field(int position, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"contract.lines[{position}].{name}");

    public static void RequireInside(IReadOnlyList<ContractLine> lines, Validity contract)
    {
        foreach (var line in lines)
        {
            if (!contract.Contains(line.Validity))
                throw new DomainException(ContractRules.LineOutside, Field(line.Position, "period"));
        }
    }

    /// <summary>Within one contract a product is bought by a buyer by at most one line on a day.</summary>
    public static void RequireApart(IReadOnlyList<ContractLine> lines)
    {
        foreach (var same in lines.GroupBy(line => (line.ProductId, line.BuyerId)))
        {
            var ordered = same.OrderBy(line => line.Validity.From).ToList();
            if (ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.First.Overlaps(pair.Second)) is { Second: { } second })
                throw new DomainException(ContractRules.LinesOverlap, Field(second.Position, "period"));
        }
    }

    /// <summary>Each line stands on the scale that holds for its product on its first day, or has an exception with its ground.</summary>
    public static void RequireScale(IReadOnlyList<ContractLine> lines, ProductCatalogue catalogue)
    {
        foreach (var line in lines)
        {
            var product = catalogue.Product(line.ProductId, Field(line.Position, "product_id"));
            product.RequireOffered(line.Validity, Field(line.Position, "period"));
            if (line.ScaleException is not null)
            {
                if (string.IsNullOrWhiteSpace(line.ExceptionGround))
                    throw new DomainException(ContractRules.GroundMissing, Field(line.Position, "exception_ground"));
                continue;
            }

            var rule = catalogue.Rule(product, line.Validity.From, Field(line.Position, "product_id"));
            if (rule.Scale != line.Scale)
                throw Violated(rule, line);
        }
    }

    private static DomainException Violated(ScaleRule rule, ContractLine line) => new(
        ContractRules.ScaleRuleViolated,
        Field(line.Position, "buyer_id"),
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
