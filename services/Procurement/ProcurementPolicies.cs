using Regio.ServiceDefaults.Security;

namespace Regio.Procurement;

/// <summary>Who may call what in this service. A provider sees its own data only, whatever a policy allows it.</summary>
internal static class ProcurementPolicies
{
    public const string ReadCatalogue = "procurement.catalogue.read";
    public const string WriteCatalogue = "procurement.catalogue.write";
    public const string AdoptScaleRules = "procurement.scale-rule.adopt";
    public const string SetTerms = "procurement.term.set";
    public const string ReadScaleExceptions = "procurement.scale-exception.read";
    public const string ReadCongruence = "procurement.congruence.read";
    public const string ReadWorklist = "procurement.worklist.read";
    public const string ReadProviders = "procurement.provider.read";
    public const string WriteProviders = "procurement.provider.write";
    public const string ReadContracts = "procurement.contract.read";
    public const string WriteContracts = "procurement.contract.write";
    public const string SignContracts = "procurement.contract.sign";
    public const string ReadTariffs = "procurement.tariff.read";
    public const string WriteTariffs = "procurement.tariff.write";
    public const string ObjectToTariffs = "procurement.tariff.object";
    public const string ReadCeilings = "procurement.ceiling.read";
    public const string WriteCeilings = "procurement.ceiling.write";
    public const string ViewCeilings = "procurement.ceiling.view";
    public const string RecordSpend = "procurement.spend.record";
    public const string ReadClientStops = "procurement.client-stop.read";
    public const string ReadFunding = "procurement.funding.read";
    public const string WriteFunding = "procurement.funding.write";
    public const string ReadProcedures = "procurement.procedure.read";
    public const string WriteProcedures = "procurement.procedure.write";
    public const string RecordSupply = "procurement.supply.record";
    public const string ReadSupply = "procurement.supply.read";
    public const string SetTargetPaths = "procurement.target-path.set";
    public const string ReadTargetPaths = "procurement.target-path.read";
    public const string ReadSupplyCoverage = "procurement.supply-coverage.read";
    public const string ReadRegulatorList = "procurement.regulator-list.read";
    public const string ReadInnovations = "procurement.innovation.read";
    public const string ProposeInnovations = "procurement.innovation.propose";
    public const string ViewInnovations = "procurement.innovation.view";
    public const string DecideInnovations = "procurement.innovation.decide";
    public const string ReadPositions = "procurement.position.read";
    public const string ReadPurchaseRequests = "procurement.purchase-request.read";
    public const string DecidePurchaseRequests = "procurement.purchase-request.decide";
    public const string ExchangeCareMessages = "procurement.care-message.exchange";
    public const string ReadCareMessages = "procurement.care-message.read";
    public const string AnswerCareRequests = "procurement.care-request.answer";
    public const string KeepCareFiles = "procurement.care-file.keep";

    private static readonly string[] Office = [Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.PolicyAdviser, Roles.Service];

    private static readonly string[] Table = [Roles.TableChair, Roles.TableMember, Roles.ProcessGuide];

    /// <summary>What is bought on which scale is public. The expert table looks up what is contracted and what became of its requests.</summary>
    public static readonly AccessPolicy[] All =
    [
        new(ReadCatalogue, Roles.All),
        new(WriteCatalogue, [Roles.ContractManager]),
        new(AdoptScaleRules, [Roles.Regiomanager]),
        new(SetTerms, [Roles.Regiomanager, Roles.ContractManager]),
        new(ReadScaleExceptions, Office),
        new(ReadCongruence, Office),
        new(ReadWorklist, Office) { Reach = Reach.OwnProvider | Reach.OwnMunicipality },
        new(ReadProviders, [.. Office, .. Table, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(WriteProviders, [Roles.ContractManager]),
        new(ReadContracts, [.. Office, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(WriteContracts, [Roles.ContractManager]),
        new(SignContracts, [Roles.ContractManager]),
        new(ReadTariffs, [.. Office, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(WriteTariffs, [Roles.ContractManager]),
        new(ObjectToTariffs, [Roles.ContractManager, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(ReadCeilings, [.. Office, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(WriteCeilings, [Roles.ContractManager]),
        new(ViewCeilings, [Roles.ContractManager, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(RecordSpend, [Roles.ContractManager, Roles.Finance, Roles.Service]),
        new(ReadClientStops, [.. Office, .. Table, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(ReadFunding, [.. Office, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(WriteFunding, [Roles.ContractManager]),
        new(ReadProcedures, Office),
        new(WriteProcedures, [Roles.ContractManager]),
        new(RecordSupply, [Roles.ContractManager, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(ReadSupply, [.. Office, .. Table, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(SetTargetPaths, [Roles.Regiomanager, Roles.ContractManager]),
        new(ReadTargetPaths, Office),
        new(ReadSupplyCoverage, [.. Office, .. Table]),
        new(ReadRegulatorList, Office),
        new(ReadInnovations, Office),
        new(ProposeInnovations, [Roles.Regiomanager, Roles.ContractManager, Roles.PolicyAdviser]),
        new(ViewInnovations, [Roles.ContractManager]),
        new(DecideInnovations, [Roles.Regiomanager, Roles.ContractManager]),
        new(ReadPositions, [.. Office, .. Table, Roles.Provider]) { Reach = Reach.OwnProvider },
        new(ReadPurchaseRequests, [.. Office, .. Table]) { Reach = Reach.OwnMunicipality },
        new(DecidePurchaseRequests, [Roles.ContractManager]),
        new(ExchangeCareMessages, [Roles.ContractManager, Roles.Service, Roles.Provider]) { Reach = Reach.OwnProvider | Reach.OwnMunicipality },
        new(AnswerCareRequests, [Roles.ContractManager, Roles.Service]) { Reach = Reach.OwnProvider | Reach.OwnMunicipality },
        new(ReadCareMessages, [.. Office, Roles.Provider]) { Reach = Reach.OwnProvider | Reach.OwnMunicipality },
        // The files are those of all: whoever is limited to a municipality or a provider keeps none of them.
        new(KeepCareFiles, [Roles.PrivacyOfficer]) { Reach = Reach.OwnProvider | Reach.OwnMunicipality },
    ];
}
