using System.Collections.Frozen;

namespace Regio.ServiceDefaults.Security;

/// <summary>The roles that a token can carry.</summary>
public static class Roles
{
    /// <summary>Leads the youth-care region.</summary>
    public const string Regiomanager = "regiomanager";

    /// <summary>Manages contracts with providers.</summary>
    public const string ContractManager = "contract-manager";

    /// <summary>Shares out and settles costs.</summary>
    public const string Finance = "finance";

    /// <summary>Chairs the expert table.</summary>
    public const string TableChair = "table-chair";

    /// <summary>Sits at the expert table.</summary>
    public const string TableMember = "table-member";

    /// <summary>Guides a case along the expert table.</summary>
    public const string ProcessGuide = "process-guide";

    /// <summary>Advises on policy.</summary>
    public const string PolicyAdviser = "policy-adviser";

    /// <summary>Clerk of a municipal council.</summary>
    public const string CouncilClerk = "council-clerk";

    /// <summary>A municipal council.</summary>
    public const string Council = "council";

    /// <summary>A provider of care; its token is limited to its own data.</summary>
    public const string Provider = "provider";

    /// <summary>Watches over personal data.</summary>
    public const string PrivacyOfficer = "privacy-officer";

    /// <summary>Runs the suite.</summary>
    public const string Operator = "operator";

    /// <summary>A service acting on its own account.</summary>
    public const string Service = "service";

    /// <summary>Every role there is.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        Regiomanager, ContractManager, Finance, TableChair, TableMember, ProcessGuide, PolicyAdviser,
        CouncilClerk, Council, Provider, PrivacyOfficer, Operator, Service);
}
