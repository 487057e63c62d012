using Regio.ServiceDefaults.Security;

namespace Regio.Reporting;

/// <summary>Who may call what in this service.</summary>
internal static class ReportingPolicies
{
    public const string ReadMonitor = "reporting.monitor.read";
    public const string ReadObservations = "reporting.observation.read";
    public const string ImportObservations = "reporting.observation.import";
    public const string MakeReports = "reporting.report.make";
    public const string PublishReports = "reporting.report.publish";
    public const string SetTargets = "reporting.target.set";
    public const string ReadSuppression = "reporting.suppression.read";
    public const string AdoptSuppression = "reporting.suppression.adopt";
    public const string ReadContracting = "reporting.contracting.read";
    public const string ReadAccount = "reporting.account.read";
    public const string RebuildProjection = "reporting.projection.rebuild";

    /// <summary>The monitor is public as a page: whoever has a role may read it here too.</summary>
    public static readonly AccessPolicy[] All =
    [
        new(ReadMonitor, Roles.All),
        new(ReadObservations, Roles.All),
        new(ImportObservations, [Roles.Regiomanager, Roles.PolicyAdviser, Roles.Finance]),
        new(MakeReports, [Roles.Regiomanager, Roles.PolicyAdviser, Roles.CouncilClerk]),
        new(PublishReports, [Roles.Regiomanager]),
        new(SetTargets, [Roles.Regiomanager]),
        new(ReadSuppression, Roles.All),
        new(AdoptSuppression, [Roles.PrivacyOfficer]),
        new(ReadContracting, [Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
        // The councils are told in the end what all of them bear: the same for everybody with the role.
        new(ReadAccount, [Roles.Regiomanager, Roles.Finance, Roles.PolicyAdviser, Roles.CouncilClerk]),
        new(RebuildProjection, [Roles.Operator]),
    ];
}
