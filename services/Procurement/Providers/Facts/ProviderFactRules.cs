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

    public static readonly Rule NotSuspended = new(
        "CERTIFICATE_NOT_SUSPENDED", RuleKind.State, "The certificate is not suspended.", "Het certificaat is niet geschorst.");

    public static readonly Rule SuspensionEarly = new(
        "SUSPENSION_EARLY",
        RuleKind.Invalid,
        "A suspension begins after the one before it was lifted.",
        "Een schorsing begint nadat de vorige is opgeheven.");

    public static readonly Rule LiftEarly = new(
        "SUSPENSION_LIFTED_EARLY", RuleKind.Invalid, "A suspension is lifted after its first day.", "Een schorsing wordt na de eerste dag opgeheven.");

    public static readonly Rule SignalUnknown = new(
        "SIGNAL_UNKNOWN", RuleKind.Missing, "No signal has this id.", "Er is geen signaal met dit nummer.");

    public static readonly Rule FollowUpEarly = new(
        "SIGNAL_FOLLOW_UP_EARLY", RuleKind.Invalid, "A signal is followed up after it was noted.", "Een signaal wordt opgevolgd nadat het is opgemerkt.");

    public static readonly Rule ClosedEarly = new(
        "SIGNAL_CLOSED_EARLY", RuleKind.Invalid, "A signal is closed after it was noted.", "Een signaal wordt gesloten nadat het is opgemerkt.");

    public static readonly Rule Closed = new(
        "SIGNAL_CLOSED", RuleKind.State, "The signal is closed already.", "Het signaal is al gesloten.");

    public static readonly Rule CareFormUnknown = new(
        "CARE_FORM_UNKNOWN", RuleKind.Missing, "No care form has this id.", "Er is geen zorgvorm met dit nummer.");

    public static readonly Rule CareFormOverlaps = new(
        "CARE_FORM_OVERLAPS",
        RuleKind.Duplicate,
        "The provider has this care form on the same day already.",
        "De aanbieder heeft deze zorgvorm op dezelfde dag al.");

    /// <summary>Jeugdwet, article 3.2: a certified institution offers no youth help.</summary>
    public static readonly Rule CertifiedOffersNoHelp = new(
        "CERTIFIED_INSTITUTION_OFFERS_NO_HELP",
        RuleKind.State,
        "A certified institution offers no youth help; another legal entity may.",
        "Een gecertificeerde instelling biedt zelf geen jeugdhulp; een andere rechtspersoon mag dat wel.");

    /// <summary>Jeugdwet, article 3.2: only a certified institution executes protection and probation.</summary>
    public static readonly Rule NotCertified = new(
        "PROVIDER_NOT_CERTIFIED",
        RuleKind.State,
        "Youth protection and probation are executed by a certified institution alone.",
        "Jeugdbescherming en jeugdreclassering worden alleen door een gecertificeerde instelling uitgevoerd.");

    public static readonly Rule SubcontractUnknown = new(
        "SUBCONTRACT_UNKNOWN", RuleKind.Missing, "No subcontract has this id.", "Er is geen onderaanneming met dit nummer.");

    public static readonly Rule SubcontractOverlaps = new(
        "SUBCONTRACT_OVERLAPS",
        RuleKind.Duplicate,
        "The subcontractor is recorded for the same product on the same day.",
        "De onderaannemer is voor hetzelfde product op dezelfde dag al vastgelegd.");

    public static readonly Rule SubcontractsItself = new(
        "SUBCONTRACTOR_IS_ITSELF", RuleKind.Invalid, "A provider is not its own subcontractor.", "Een aanbieder is niet zijn eigen onderaannemer.");

    public static readonly Rule SupervisionUnknown = new(
        "SUPERVISION_UNKNOWN", RuleKind.Missing, "No supervision has this id.", "Er is geen toezichtsmaatregel met dit nummer.");

    public static readonly Rule FactEnded = new(
        "PROVIDER_FACT_ENDED", RuleKind.State, "It has an end already.", "De einddatum is al vastgelegd.");

    public static readonly Rule EndEarly = new(
        "PROVIDER_FACT_ENDED_EARLY", RuleKind.Invalid, "It ends after it began.", "De einddatum ligt na de begindatum.");

    public static readonly Rule SupplyOverlaps = new(
        "ESSENTIAL_SUPPLY_OVERLAPS",
        RuleKind.Duplicate,
        "It is recorded as essential for the same product on the same day.",
        "Voor hetzelfde product is dit op dezelfde dag al als onmisbaar vastgelegd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = 
    [
        new("ex_essential_supply", SupplyOverlaps, "supply.period"),
        new("ex_care_form", CareFormOverlaps, "care_form.period"),
        new("ex_subcontract", SubcontractOverlaps, "subcontract.period"),
    ];

    public static DomainException NotFound(Rule rule, string id) => new(rule, "id", new Dictionary<string, string> { ["id"] = id });
}
