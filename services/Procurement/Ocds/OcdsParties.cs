using System.Text.Json.Nodes;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Procedures;

namespace Regio.Procurement.Ocds;

/// <summary>Identifiers and names that the sections of a release share. Organisations only, no people.</summary>
internal static class OcdsParties
{
    /// <summary>The catalogue of products of the region.</summary>
    public const string ProductScheme = "REGIO-PRODUCT";

    /// <summary>The extension of the standard that names the suppliers of a contract, where those of its award do not say it.</summary>
    public const string ContractSuppliers =
        "https://raw.githubusercontent.com/open-contracting-extensions/ocds_contract_suppliers_extension/master/extension.json";

    private const decimal CentsInEuro = 100m;

    public static string TenderId(Guid procedureId) => procedureId.ToString("D");

    public static string SupplierId(Guid providerId) => providerId.ToString("D");

    /// <summary>One award for each provider that won, whatever its lots.</summary>
    public static string AwardId(Guid procedureId, Guid providerId) => $"{procedureId:D}-{providerId:D}";

    public static JsonObject Buyer(Procedure procedure) => new() { ["id"] = procedure.BuyerId, ["name"] = procedure.BuyerId };

    public static JsonObject Party(string id, string name, params string[] roles) => new()
    {
        ["id"] = id, ["name"] = name, ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
    };

    public static JsonObject Unit(TariffUnit unit, long cents) => new()
    {
        ["name"] = unit.Word(), ["value"] = new JsonObject { ["amount"] = cents / CentsInEuro, ["currency"] = "EUR" },
    };

    /// <summary>In a release a null takes away what an earlier one said; what is not known is left out.</summary>
    public static JsonObject WithoutNulls(this JsonObject section)
    {
        foreach (var name in section.Where(member => member.Value is null).Select(member => member.Key).ToList())
            section.Remove(name);
        return section;
    }
}
