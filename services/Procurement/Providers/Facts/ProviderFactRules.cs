using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Providers.Facts;

/// <summary>The rules of what is known of providers, each with its reason code.</summary>
internal static class ProviderFactRules
{
    public const int MostTextCharacters = 500;

    public static readonly Rule CertificateUnknown = new(
        "CERTIFICATE_UNKNOWN", RuleKind.Missing, "No certificate has this id.", "Er is geen certificaat met dit nummer.");

    public static readonly Rule NotHeld = new(
        "CERTIFICATE_NOT_HELD", RuleKind.Invalid, "The certificate does not hold on that day.", "Het certificaat geldt niet op die dag.");

    public static readonly Rule Suspended = new(
        "CERTIFICATE_SUSPENDED", RuleKind.State, "The certificate is suspended already.", "Het certificaat is al geschorst.");

    public static readonly Rule SignalUnknown = new(
        "SIGNAL_UNKNOWN", RuleKind.Missing, "No signal has this id.", "Er is geen signaal met dit nummer.");

    public static readonly Rule FollowUpEarly = new(
        "SIGNAL_FOLLOW_UP_EARLY", RuleKind.Invalid, "A signal is followed up after it was noted.", "Een signaal wordt opgevolgd nadat het is opgemerkt.");

    public static readonly Rule ClosedEarly = new(
        "SIGNAL_CLOSED_EARLY", RuleKind.Invalid, "A signal is closed after it was noted.", "Een signaal wordt gesloten nadat het is opgemerkt.");

    public static readonly Rule Closed = new(
        "SIGNAL_CLOSED", RuleKind.State, "The signal is closed already.", "Het signaal is al gesloten.");

    public static readonly Rule SupplyOverlaps = new(
        "ESSENTIAL_SUPPLY_OVERLAPS",
        RuleKind.Duplicate,
        "It is recorded as essential for the same product on the same day.",
        "Voor hetzelfde product is dit op dezelfde dag al als onmisbaar vastgelegd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ex_essential_supply", SupplyOverlaps, "supply.period")];

    public static DomainException NotFound(Rule rule, string id) => new(rule, "id", new Dictionary<string, string> { ["id"] = id });
}
