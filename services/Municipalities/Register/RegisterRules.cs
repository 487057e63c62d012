using System.Globalization;
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
        "A municipality belongs to at most one region of a kind on a day, and so for each product group and kind of care that is named apart.",
        "Een gemeente hoort op een dag bij hoogstens één regio van een soort, ook voor elke productgroep en soort zorg die apart is genoemd.");

    public static readonly Rule MembershipOutsideRegion = new(
        "MEMBERSHIP_OUTSIDE_REGION",
        RuleKind.State,
        "A municipality belongs to a region no longer than there is one: from {start_date} until {end_date}.",
        "Een gemeente hoort niet langer bij een regio dan die er is: van {start_date} tot {end_date}.");

    public static readonly Rule MembershipNotDivided = new(
        "MEMBERSHIP_NOT_DIVIDED",
        RuleKind.State,
        "Only a procurement region can have a municipality for one product group or for running or new care alone.",
        "Alleen bij een inkoopregio kan een gemeente horen voor één productgroep of alleen voor lopende of nieuwe zorg.");

    public static readonly Rule MembershipNotRunning = new(
        "MEMBERSHIP_NOT_RUNNING",
        RuleKind.State,
        "The municipality does not belong to this region, for that care, on the day before.",
        "De gemeente hoort op de dag ervoor niet, of niet voor die zorg, bij deze regio.");

    public static readonly Rule MunicipalityEnded = new(
        "MUNICIPALITY_ENDED",
        RuleKind.State,
        "Municipality {municipality_id} is no longer there from {end_date}: it went over into {successor_id}.",
        "Gemeente {municipality_id} is er vanaf {end_date} niet meer: zij ging over in {successor_id}.");

    public static readonly Rule MunicipalityKnown = new(
        "MUNICIPALITY_KNOWN",
        RuleKind.Duplicate,
        "The register holds a municipality with this code; leave out the name to let others go over into it.",
        "Het register kent al een gemeente met deze code; laat de naam weg om andere daarin te laten overgaan.");

    public static readonly Rule MergerRegionsDiffer = new(
        "MERGER_REGIONS_DIFFER",
        RuleKind.State,
        "The municipalities belong to different regions of one kind; name the regions that the new one belongs to.",
        "De gemeenten horen bij verschillende regio's van één soort; noem de regio's waarbij de nieuwe hoort.");

    public static readonly Rule MergerRegionsTwice = new(
        "MERGER_REGIONS_TWICE",
        RuleKind.Invalid,
        "Name at most one region of a kind.",
        "Noem hoogstens één regio van een soort.");

    public static readonly Rule RoleHeld = new(
        "REGION_ROLE_HELD",
        RuleKind.State,
        "One municipality has a role for a region on a day, and {municipality_id} has it then.",
        "Op een dag heeft één gemeente een rol voor een regio, en {municipality_id} heeft die dan al.");

    public static readonly Rule RoleNotHeld = new(
        "REGION_ROLE_NOT_HELD",
        RuleKind.State,
        "No municipality is known to have this role on the day before.",
        "Van geen gemeente is bekend dat zij de dag ervoor deze rol heeft.");

    public static readonly Rule RoleOutsideRegion = new(
        "REGION_ROLE_OUTSIDE_REGION",
        RuleKind.State,
        "A role for a region lasts no longer than there is one: from {start_date} until {end_date}.",
        "Een rol voor een regio duurt niet langer dan die er is: van {start_date} tot {end_date}.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly Rule RegionKnown = new(
        "REGION_KNOWN",
        RuleKind.Duplicate,
        "The register holds a region with this code.",
        "Het register kent al een regio met deze code.");

    public static readonly Rule ClaimQuestionDiffers = new(
        "CLAIM_QUESTION_DIFFERS",
        RuleKind.Invalid,
        "The claims of a topic answer one question: {statement}",
        "De claims over een onderwerp beantwoorden één vraag: {statement}");

    public static readonly Rule ClaimKnown = new(
        "CLAIM_KNOWN",
        RuleKind.Duplicate,
        "This place of this source is in the ledger already.",
        "Deze plaats van deze bron staat al in het register van tegenspraken.");

    public static readonly Rule ClaimUnknown = new(
        "CLAIM_UNKNOWN",
        RuleKind.Missing,
        "The ledger holds no claim of this source on this topic.",
        "Het register van tegenspraken kent geen claim van deze bron over dit onderwerp.");

    public static readonly Rule ClaimFollowed = new(
        "CLAIM_FOLLOWED",
        RuleKind.State,
        "What is asked is what is followed already.",
        "Wat wordt gevraagd, wordt al gevolgd.");

    public static readonly Rule ClaimReasonPerSource = new(
        "CLAIM_REASON_PER_SOURCE",
        RuleKind.Invalid,
        "Give one reason for the source that is followed and one for the source that is not followed any more, and none where there is no such source.",
        "Geef een reden voor de bron die wordt gevolgd en een voor de bron die niet meer wordt gevolgd, en geen reden waar zo'n bron er niet is.");

    public static readonly ConstraintRule[] Constraints =
    [
        new("ex_region_role_one_municipality", RoleHeld, "role.period"),
        new("ex_membership_one_region_of_a_kind", MembershipOverlaps, "membership.period"),
        new("pk_municipality", MunicipalityKnown, "successor.id"),
        new("pk_region", RegionKnown, "region.id"),
        new("ux_claim_source", ClaimKnown, "claim.source"),
        new("ux_claim_followed", ClaimFollowed, "source"),
    ];

    public static DomainException OutsideRegion(Region region, string field) => new(MembershipOutsideRegion, field, Days(region));

    public static DomainException RoleOutside(Region region) => new(RoleOutsideRegion, "role.period", Days(region));

    private static Dictionary<string, string> Days(Region region) => new()
    {
        ["start_date"] = region.Validity.From.ToString("O", CultureInfo.InvariantCulture),
        ["end_date"] = region.Validity.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "-",
    };
}
