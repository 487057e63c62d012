using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Ceilings;

/// <summary>A row of spend as it came; a null is something that could not be read.</summary>
internal sealed record RawSpend(string ContractId, string ProductId, string MunicipalityId, DateOnly? Month, long? Cents, bool? AlwaysPaid);

/// <summary>A row of spend that is right.</summary>
internal sealed record SpendEntry(SpendKey Key, long Cents);

/// <summary>What a row of spend is about.</summary>
internal sealed record SpendKey(Guid ContractId, string ProductId, string MunicipalityId, DateOnly Month, bool AlwaysPaid);

/// <summary>What is wrong with a field of a row.</summary>
internal sealed record SpendFault(string Field, Rule Rule);

/// <summary>Judges rows of spend by the contracts and products that are known.</summary>
/// <param name="contracts">First days of the signed contracts, by their ids.</param>
/// <param name="products">Codes of the products.</param>
internal sealed class SpendChecks(IReadOnlyDictionary<Guid, DateOnly> contracts, IReadOnlySet<string> products)
{
    /// <summary>The entry, or all that is wrong with the row. Spend after the end of a contract is right: running care goes on.</summary>
    public (SpendEntry? Entry, IReadOnlyList<SpendFault> Faults) Check(RawSpend row)
    {
        var faults = new List<SpendFault>();
        void Require(bool right, string field, Rule rule)
        {
            if (!right)
                faults.Add(new SpendFault(field, rule));
        }

        var from = DateOnly.MaxValue;
        var isKnown = Guid.TryParseExact(row.ContractId, "D", out var contract) && contracts.TryGetValue(contract, out from);
        Require(isKnown, "contract_id", ContractRules.Unknown);
        Require(products.Contains(row.ProductId), "product_id", CatalogueRules.ProductUnknown);
        Require(MunicipalityId.IsWellFormed(row.MunicipalityId), "municipality_id", SpendRules.MunicipalityIdInvalid);
        Require(row.Month is { Day: 1 }, "month", SpendRules.MonthInvalid);
        Require(!isKnown || row.Month is not { Day: 1 } month || month.AddMonths(1) > from, "month", SpendRules.BeforeContract);
        Require(row.Cents is not null, "cents", SpendRules.NumberInvalid);
        Require(row.Cents is null or (>= -CeilingRules.MostCents and <= CeilingRules.MostCents), "cents", SpendRules.AmountOutOfRange);
        Require(row.AlwaysPaid is not null, "always_paid", SpendRules.YesOrNoInvalid);
        return faults.Count > 0
            ? (null, faults)
            : (new SpendEntry(new SpendKey(contract, row.ProductId, row.MunicipalityId, row.Month!.Value, row.AlwaysPaid!.Value), row.Cents!.Value), faults);
    }
}
