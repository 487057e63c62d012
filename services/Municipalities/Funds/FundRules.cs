using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Funds;

/// <summary>The rules of funds, each with its reason code.</summary>
internal static class FundRules
{
    public static readonly Rule Unknown = new(
        "FUND_UNKNOWN", RuleKind.Missing,
        "No fund has this id.",
        "Er is geen fonds met dit nummer.");

    public static readonly Rule ApplicationUnknown = new(
        "FUND_APPLICATION_UNKNOWN", RuleKind.Missing,
        "The fund has no such application.",
        "Het fonds kent deze aanvraag niet.");

    public static readonly Rule ApplicationDecided = new(
        "FUND_APPLICATION_DECIDED", RuleKind.State,
        "This application has been decided on already; record the change of the grant by itself.",
        "Op deze aanvraag is al besloten; leg de wijziging van de toekenning afzonderlijk vast.");

    public static readonly Rule CommitmentUnknown = new(
        "COMMITMENT_UNKNOWN", RuleKind.Missing,
        "The fund has no commitment with this number.",
        "Het fonds kent geen verplichting met dit nummer.");

    public static readonly Rule Overcommitted = new(
        "FUND_OVERCOMMITTED", RuleKind.State,
        "{free_cents} eurocents can still be committed; give the reason to go beyond that.",
        "Er kan nog {free_cents} eurocent worden verplicht; geef de reden om daarboven te gaan.");

    public static readonly Rule Overspent = new(
        "FUND_OVERSPENT", RuleKind.State,
        "{left_cents} eurocents are left of this commitment; give the reason to go beyond that.",
        "Van deze verplichting is nog {left_cents} eurocent over; geef de reden om daarboven te gaan.");

    public static readonly Rule ReleaseTooHigh = new(
        "COMMITMENT_RELEASE_TOO_HIGH", RuleKind.State,
        "No more can be released than the {left_cents} eurocents that are left of this commitment.",
        "Er kan niet meer vrijvallen dan de {left_cents} eurocent die van deze verplichting over is.");

    public static readonly Rule ReleaseTooEarly = new(
        "RELEASE_BEFORE_COMMITMENT", RuleKind.Invalid,
        "A commitment is released on or after its own day.",
        "Een verplichting valt vrij op of na de eigen datum.");

    public static readonly Rule PeriodPast = new(
        "FUND_PERIOD_PAST", RuleKind.State,
        "On this day the fund cannot be used; it runs from {start_date} until {end_date}.",
        "Op deze dag is het fonds niet te gebruiken; het loopt van {start_date} tot {end_date}.");

    public static readonly Rule RepaymentTooHigh = new(
        "FUND_REPAYMENT_TOO_HIGH", RuleKind.State,
        "No more can be repaid than the {unspent_cents} eurocents that are left.",
        "Er kan niet meer worden terugbetaald dan de {unspent_cents} eurocent die over is.");
}
