using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Pages.Own;

/// <summary>Which pages somebody who is logged in is shown the way to.</summary>
/// <param name="Contracting">The overview of contracts and ceilings.</param>
/// <param name="Account">The account of the coordinating municipality.</param>
public sealed record OwnMenu(bool Contracting, bool Account)
{
    internal static OwnMenu Of(Caller caller) => new(May(caller, ReportingPolicies.ReadContracting), May(caller, ReportingPolicies.ReadAccount));

    /// <summary>The pages ask for the same roles as the rpcs; a provider has none of them.</summary>
    private static bool May(Caller caller, string policy) =>
        caller.Provider is null && caller.Roles.Overlaps(ReportingPolicies.All.Single(declared => declared.Name == policy).Roles);
}
