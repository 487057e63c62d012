using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities;

/// <summary>Who may call what in this service.</summary>
internal static class MunicipalitiesPolicies
{
    public const string ReadRegister = "municipalities.register.read";
    public const string KeepRegister = "municipalities.register.keep";
    public const string ReadMeetings = "municipalities.meeting.read";
    public const string LeadMeetings = "municipalities.meeting.lead";
    public const string ReadWork = "municipalities.work.read";
    public const string LeadWork = "municipalities.work.lead";
    public const string ReadCosts = "municipalities.cost.read";
    public const string KeepFunds = "municipalities.fund.keep";
    public const string ClaimHours = "municipalities.hours.claim";
    public const string AllocateCost = "municipalities.cost.allocate";
    public const string ReadRounds = "municipalities.round.read";
    public const string LeadRounds = "municipalities.round.lead";
    public const string ReadMandates = "municipalities.mandate.read";
    public const string ReadMandatedActs = "municipalities.mandated-act.read";
    public const string LeadMandates = "municipalities.mandate.lead";
    public const string ReadMemory = "municipalities.memory.read";
    public const string RebuildMemory = "municipalities.memory.rebuild";
    public const string RecordFacts = "municipalities.fact.record";

    /// <summary>Whoever works for the municipalities or their councils.</summary>
    private static readonly string[] Office =
        [Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.PolicyAdviser, Roles.CouncilClerk, Roles.Council, Roles.PrivacyOfficer];

    /// <summary>
    /// The register, the mandates, the key, the shares and the decisions of public bodies are public: whoever has a role may read them.
    /// An act in the name of several municipalities concerns them all, so each may see it; outsiders may not.
    /// Agendas and decision lists of the region's bodies are papers of the office, so the same holds for them and for what is to be done.
    /// A clerk or adviser whose token names a municipality records for the bodies of that one only.
    /// </summary>
    public static readonly AccessPolicy[] All =
    [
        new(ReadRegister, Roles.All),
        new(KeepRegister, [Roles.Regiomanager]),
        new(ReadMeetings, Office),
        new(LeadMeetings, [Roles.Regiomanager]),
        new(ReadWork, Office),
        new(LeadWork, [Roles.Regiomanager]),
        new(ReadCosts, Roles.All),
        new(KeepFunds, [Roles.Regiomanager, Roles.Finance]),
        new(ClaimHours, [Roles.Regiomanager, Roles.Finance, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
        new(AllocateCost, [Roles.Regiomanager, Roles.Finance]),
        new(ReadRounds, Roles.All),
        new(LeadRounds, [Roles.Regiomanager]),
        new(ReadMandates, Roles.All),
        new(ReadMandatedActs, Office),
        new(LeadMandates, [Roles.Regiomanager]),
        new(ReadMemory, Office),
        new(RebuildMemory, [Roles.Operator]),
        new(RecordFacts, [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
    ];
}
