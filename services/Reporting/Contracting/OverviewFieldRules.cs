using FluentValidation;
using Regio.Common.V1;
using Regio.Reporting.Monitor;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Contracting;

/// <summary>Which area and day an overview is asked of.</summary>
internal static class OverviewFieldRules
{
    /// <summary>The area that is asked for, or the caller's own, or else the region. Another's is refused.</summary>
    public static string AreaOf(string areaId, Caller caller)
    {
        var asked = areaId.Length > 0 ? areaId : caller.Municipality ?? MonitorArea.Region;
        caller.EnsureMunicipality(asked);
        return asked;
    }

    public static void IsOverviewArea<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(id => id.Length == 0 || MonitorArea.IsWellFormed(id))
        .WithMessage("Give PV22, a municipality id such as GM0106, or leave it empty for your own area.");

    public static void IsOverviewDay<T>(this IRuleBuilder<T, Date?> rule) => rule.IsDayOrAbsent();
}
