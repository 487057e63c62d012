using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Consents;

/// <summary>The rules of consent and other grounds.</summary>
internal static class ConsentRules
{
    public static readonly Rule PartyUnknown = new(
        "PARTY_UNKNOWN",
        RuleKind.Missing,
        "This person is not recorded with the case.",
        "Deze persoon is niet bij de casus vastgelegd.");

    public static readonly Rule ChildUnknown = new(
        "CHILD_UNKNOWN",
        RuleKind.Missing,
        "This child is not in the case.",
        "Dit kind hoort niet bij de casus.");

    public static readonly Rule ConsentInFuture = new(
        "CONSENT_IN_FUTURE",
        RuleKind.Invalid,
        "What somebody said is dated today or earlier.",
        "Wat iemand zei, is van vandaag of eerder.");

    public static readonly Rule ConsentMissing = new(
        "CONSENT_MISSING",
        RuleKind.State,
        "Not everybody who has to consent has; the file may be read on another ground where the law allows it.",
        "Niet iedereen die toestemming moet geven, gaf die; het dossier mag op een andere grond worden gelezen als de wet dat toestaat.");

    public static readonly Rule DisclosureRefused = new(
        "DISCLOSURE_REFUSED",
        RuleKind.State,
        "Consent to tell others was refused or withdrawn; record another ground with its motivation (RecordGround), or leave it.",
        "Toestemming om anderen in te lichten is geweigerd of ingetrokken; leg een andere grond met motivering vast, of zie ervan af.");
}
