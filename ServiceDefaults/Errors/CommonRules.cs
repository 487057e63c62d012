namespace Regio.ServiceDefaults.Errors;

/// <summary>The rules that every service has in common.</summary>
public static class CommonRules
{
    /// <summary>A page token is damaged or belongs to another query.</summary>
    public static readonly Rule PageTokenInvalid = new(
        "PAGE_TOKEN_INVALID",
        RuleKind.Invalid,
        "The page token does not belong to this query; start again without one.",
        "Het paginateken hoort niet bij deze vraag; begin opnieuw zonder.");

    /// <summary>A page size is below zero.</summary>
    public static readonly Rule PageSizeNegative = new(
        "PAGE_SIZE_NEGATIVE",
        RuleKind.Invalid,
        "The page size is below zero.",
        "De paginagrootte is kleiner dan nul.");

    /// <summary>A date does not exist in the calendar.</summary>
    public static readonly Rule DateInvalid = new(
        "DATE_INVALID",
        RuleKind.Invalid,
        "The date does not exist: a year from 1 to 9999, a month and a day of that month are needed.",
        "De datum bestaat niet: nodig zijn een jaar van 1 tot 9999, een maand en een dag van die maand.");

    /// <summary>A caller has as many watches open as it may.</summary>
    public static readonly Rule WatchLimitReached = new(
        "WATCH_LIMIT_REACHED",
        RuleKind.Exhausted,
        "This caller has {limit} watches open, which is the most; end one first.",
        "Er staan al {limit} abonnementen open voor deze aanroeper; sluit er eerst een.");

    /// <summary>A caller that is limited to one municipality or provider asked for another's data.</summary>
    public static readonly Rule OtherPartyData = new(
        "OTHER_PARTY_DATA",
        RuleKind.NotAllowed,
        "This token is limited to the data of its own municipality or provider.",
        "Dit toegangsbewijs geldt alleen voor gegevens van de eigen gemeente of aanbieder.");
}
