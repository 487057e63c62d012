using System.Text.Json.Nodes;
using Regio.Procurement.Contracts;
using Regio.Procurement.Procedures;

namespace Regio.Procurement.Ocds;

/// <summary>What happened to a procedure or to one of its contracts, as a release of the Open Contracting Data Standard 1.1.</summary>
/// <param name="Tag">Its tag, by the code list of the standard.</param>
/// <param name="Sections">The sections that say it; the head of the release comes with its number.</param>
internal sealed record OcdsRelease(string Tag, JsonObject Sections)
{
    /// <summary>The release of the step that a procedure has just taken; null for steps that are not published.</summary>
    public static OcdsRelease? Of(Procedure procedure, IReadOnlyDictionary<Guid, string> providers) => procedure switch
    {
        { Kind: ProcedureKind.MarketConsultation, State: ProcedureState.Published } =>
            new("planning", new JsonObject { ["buyer"] = OcdsParties.Buyer(procedure), ["planning"] = new JsonObject { ["rationale"] = procedure.Title } }),
        { Kind: ProcedureKind.MarketConsultation } => null,
        { State: ProcedureState.Published } => new("tender", Tender(procedure, "active")),
        { State: ProcedureState.Intended } => new("award", Awards(procedure, "pending", providers)),
        { State: ProcedureState.Awarded, IntendedOn: null } => new("award", Awarded(procedure, providers)),
        { State: ProcedureState.Awarded } => new("awardUpdate", Awarded(procedure, providers)),
        { State: ProcedureState.Withdrawn, PublishedOn: not null } => new("tenderCancellation", Tender(procedure, "cancelled")),
        _ => null,
    };

    /// <summary>The release of what was last done to a contract: its signature, or its last addendum.</summary>
    public static OcdsRelease Of(Contract contract, ContractParties parties) => new(
        contract.Addenda.Count == 0 ? "contract" : contract.State == ContractState.Signed ? "contractAmendment" : "contractTermination",
        new JsonObject
        {
            ["parties"] = new JsonArray(OcdsParties.Party(OcdsParties.SupplierId(contract.ProviderId), parties.Supplier, "supplier")),
            ["contracts"] = new JsonArray(OcdsContract.Of(contract, parties)),
        });

    private static JsonObject Tender(Procedure procedure, string status)
    {
        var buyer = OcdsParties.Buyer(procedure);
        return new JsonObject
        {
            ["parties"] = new JsonArray(OcdsParties.Party(procedure.BuyerId, procedure.BuyerId, "buyer", "procuringEntity")),
            ["buyer"] = buyer,
            ["tender"] = new JsonObject
            {
                ["id"] = OcdsParties.TenderId(procedure.Id),
                ["title"] = procedure.Title,
                ["status"] = status,
                ["procuringEntity"] = buyer.DeepClone(),
                ["procurementMethod"] = "open",
                ["procurementMethodDetails"] = procedure.Kind.Word(),
                ["mainProcurementCategory"] = "services",
                ["awardCriteria"] = procedure.Criteria.Count == 0 ? null : Criteria(procedure),
                ["awardCriteriaDetails"] = procedure.Criteria.Count == 0 ? null : Weights(procedure),
                ["enquiryPeriod"] = OcdsDates.Days(procedure.PublishedOn!.Value, procedure.QuestionsUntil),
                ["tenderPeriod"] = OcdsDates.Days(procedure.PublishedOn.Value, procedure.BidsUntil),
                ["items"] = new JsonArray([.. procedure.Lots.OrderBy(lot => lot.Number, StringComparer.Ordinal).Select(Item)]),
            }.WithoutNulls(),
        };
    }

    private static JsonObject Awarded(Procedure procedure, IReadOnlyDictionary<Guid, string> providers)
    {
        var sections = Awards(procedure, "active", providers);
        sections["tender"] = new JsonObject { ["id"] = OcdsParties.TenderId(procedure.Id), ["status"] = "complete" };
        return sections;
    }

    private static JsonObject Awards(Procedure procedure, string status, IReadOnlyDictionary<Guid, string> providers)
    {
        var winners = procedure.Bids.Where(bid => bid.Wins).GroupBy(bid => bid.ProviderId).OrderBy(won => won.Key).ToList();
        return new JsonObject
        {
            ["parties"] = new JsonArray([.. winners.Select(won => OcdsParties.Party(OcdsParties.SupplierId(won.Key), providers[won.Key], "supplier"))]),
            ["awards"] = new JsonArray([.. winners.Select(won => new JsonObject
            {
                ["id"] = OcdsParties.AwardId(procedure.Id, won.Key),
                ["title"] = procedure.Title,
                ["status"] = status,
                ["date"] = OcdsDates.Begin(procedure.AwardedOn ?? procedure.IntendedOn!.Value),
                ["suppliers"] = new JsonArray(new JsonObject { ["id"] = OcdsParties.SupplierId(won.Key), ["name"] = providers[won.Key] }),
                ["items"] = new JsonArray([.. won.OrderBy(bid => bid.LotNumber, StringComparer.Ordinal).Select(bid => Item(procedure, bid))]),
            })]),
        };
    }

    private static JsonObject Item(Procedure procedure, Bid bid)
    {
        var lot = procedure.Lots.First(candidate => candidate.Number == bid.LotNumber);
        var item = Item(lot);
        item["unit"] = OcdsParties.Unit(lot.Unit, bid.TariffCents);
        return item;
    }

    private static JsonObject Item(Lot lot) => new()
    {
        ["id"] = lot.Number, ["description"] = lot.Title, ["classification"] = new JsonObject { ["scheme"] = OcdsParties.ProductScheme, ["id"] = lot.ProductId },
    };

    private static string Criteria(Procedure procedure) =>
        procedure.Criteria.All(criterion => criterion.Kind == CriterionKind.Quality) ? "qualityOnly" : "ratedCriteria";

    private static string Weights(Procedure procedure) => string.Join(
        ", ", procedure.Criteria.OrderBy(criterion => criterion.Name, StringComparer.Ordinal).Select(criterion => $"{criterion.Name} {criterion.Weight} %"));
}
