using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>The rules of the register, each with its reason code.</summary>
internal static class RegisterRules
{
    public static readonly Rule MunicipalityUnknown = new(
        "MUNICIPALITY_UNKNOWN",
        RuleKind.Missing,
        "The register holds no municipality with this id.",
        "Het register kent geen gemeente met deze code.");

    public static readonly Rule RegionUnknown = new(
        "REGION_UNKNOWN",
        RuleKind.Missing,
        "The register holds no region with this id.",
        "Het register kent geen regio met deze code.");

    public static readonly Rule MunicipalityIdMalformed = new(
        "MUNICIPALITY_ID_MALFORMED",
        RuleKind.Invalid,
        $"A municipality id is {MunicipalityId.Form}.",
        "Een gemeentecode bestaat uit GM en vier cijfers.");

    public static readonly Rule MembershipOverlaps = new(
        "MEMBERSHIP_OVERLAPS",
        RuleKind.State,
        "A municipality belongs to at most one region of a kind on a day.",
        "Een gemeente hoort op een dag bij hoogstens één regio van een soort.");
}
