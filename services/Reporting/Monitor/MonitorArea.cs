using System.Text.RegularExpressions;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Monitor;

/// <summary>The areas that a monitor can be asked of: the region, or one municipality.</summary>
internal static partial class MonitorArea
{
    /// <summary>Drenthe, whose twelve municipalities form the youth-care region.</summary>
    public const string Region = "PV22";

    public static readonly Rule Unknown = new(
        "AREA_UNKNOWN",
        RuleKind.Missing,
        "There is no monitor of this area.",
        "Van dit gebied is er geen monitor.");

    public static string OrRegion(string areaId) => areaId.Length == 0 ? Region : areaId;

    public static bool IsWellFormed(string areaId) => Pattern().IsMatch(areaId);

    public static DomainException NotFound(string areaId) =>
        new(Unknown, "area_id", new Dictionary<string, string> { ["area_id"] = areaId });

    [GeneratedRegex(@"\A(GM[0-9]{4}|PV[0-9]{2})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
