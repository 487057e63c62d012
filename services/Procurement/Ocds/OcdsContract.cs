using System.Globalization;
using System.Text.Json.Nodes;
using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Ocds;

/// <summary>Who a contract is with, and whom it was once awarded to.</summary>
/// <param name="Supplier">Name of the provider of the contract.</param>
/// <param name="AwardedTo">The provider that won the award: that of the first contract, from which the others go on.</param>
internal sealed record ContractParties(string Supplier, Guid AwardedTo);

/// <summary>A contract as its section of a release.</summary>
internal static class OcdsContract
{
    public static JsonObject Of(Contract contract, ContractParties parties) => new JsonObject
    {
        ["id"] = contract.Id.ToString("D"),
        ["awardID"] = OcdsParties.AwardId(contract.ProcedureId!.Value, parties.AwardedTo),
        // The award goes on naming who won it; whose contract it is by now, the extension for suppliers of contracts says.
        ["suppliers"] = new JsonArray(new JsonObject { ["id"] = OcdsParties.SupplierId(contract.ProviderId), ["name"] = parties.Supplier }),
        ["title"] = contract.Subject,
        ["status"] = contract.State == ContractState.Signed ? "active" : "terminated",
        ["dateSigned"] = OcdsDates.Moment(contract.SignedAt!.Value),
        ["period"] = OcdsDates.Until(new Validity(contract.Validity.From, contract.EndDate > contract.Validity.From ? contract.EndDate : contract.Validity.Until)),
        ["items"] = new JsonArray([.. contract.Lines.OrderBy(line => line.Position).Select(Item)]),
        ["amendments"] = contract.Addenda.Count == 0 ? null : new JsonArray([.. contract.Addenda.OrderBy(addendum => addendum.Number).Select(Amendment)]),
    }.WithoutNulls();

    private static JsonObject Item(ContractLine line) => new()
    {
        ["id"] = line.Id.ToString("D"),
        ["description"] = line.Lot.Length > 0 ? $"{line.ProductId}, perceel {line.Lot}" : line.ProductId,
        ["classification"] = new JsonObject { ["scheme"] = OcdsParties.ProductScheme, ["id"] = line.ProductId },
        ["unit"] = OcdsParties.Unit(line.Unit, line.TariffCents),
    };

    private static JsonObject Amendment(Addendum addendum) => new JsonObject
    {
        ["id"] = addendum.Number.ToString(CultureInfo.InvariantCulture),
        ["date"] = OcdsDates.Begin(addendum.EffectiveOn),
        ["description"] = addendum.Ground.Length > 0 ? $"{Kind(addendum)}: {addendum.Ground}" : Kind(addendum),
        ["rationale"] = addendum.Reason.Length > 0 ? addendum.Reason : null,
    }.WithoutNulls();

    private static string Kind(Addendum addendum) => addendum.Kind.ToString().ToLowerInvariant();
}
