using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Importing;

/// <summary>Why a row, or a whole file, is refused.</summary>
internal static class ImportRules
{
    public static readonly Rule HeaderMissing = Invalid(
        "IMPORT_HEADER_MISSING", "The first message holds the header.", "Het eerste bericht bevat de kop.");

    public static readonly Rule HeaderTwice = Invalid(
        "IMPORT_HEADER_TWICE", "The header comes once.", "De kop komt een keer.");

    public static readonly Rule Running = new(
        "IMPORT_RUNNING", RuleKind.Conflict, "Another import is being stored; send the file again in {retry_after_seconds} seconds, or have it read in by StartFileImport.",
        "Er wordt nog iets anders ingelezen; stuur het bestand over {retry_after_seconds} seconden nog eens, of laat het inlezen met StartFileImport.");

    public static readonly Rule ColumnMissing = Invalid(
        "COLUMN_MISSING", "The file has no column {column}; are its columns separated by semicolons?",
        "Het bestand heeft geen kolom {column}; zijn de kolommen gescheiden door puntkomma's?");

    public static readonly Rule ColumnTwice = Invalid(
        "COLUMN_TWICE", "The file has more than one column {column}.", "Het bestand heeft meer dan één kolom {column}.");

    public static readonly Rule FileEmpty = Invalid(
        "FILE_EMPTY", "There are no rows.", "Er zijn geen rijen.");

    public static readonly Rule FileMalformed = Invalid(
        "FILE_MALFORMED", "The line cannot be read: quotes, number of columns or length.",
        "De regel is niet te lezen: aanhalingstekens, aantal kolommen of lengte.");

    public static readonly Rule EncodingBroken = Invalid(
        "ENCODING_BROKEN", "The line is not UTF-8.", "De regel is geen UTF-8.");

    public static readonly Rule PeriodMissing = Invalid(
        "PERIOD_MISSING", "The row has no period.", "De rij heeft geen periode.");

    public static readonly Rule PeriodInvalid = Invalid(
        "PERIOD_INVALID", "{value} is no period.", "{value} is geen periode.");

    public static readonly Rule OtherYear = Invalid(
        "OTHER_YEAR", "{value} is not of the year of the file.", "{value} is niet van het jaar van het bestand.");

    public static readonly Rule AreaUnknown = Invalid(
        "AREA_UNKNOWN", "There is no area {value}.", "Er is geen gebied {value}.");

    public static readonly Rule AreaNotThen = Invalid(
        "AREA_NOT_THEN", "The area {value} did not exist in that period.", "Het gebied {value} bestond niet in die periode.");

    public static readonly Rule IndicatorUnknown = Invalid(
        "INDICATOR_UNKNOWN", "There is no indicator {value}.", "Er is geen indicator {value}.");

    public static readonly Rule NumberInvalid = Invalid(
        "NUMBER_INVALID", "{value} is no number with a decimal comma.", "{value} is geen getal met een decimale komma.");

    public static readonly Rule NumberNegative = Invalid(
        "NUMBER_NEGATIVE", "{value} is below zero.", "{value} is kleiner dan nul.");

    public static readonly Rule PercentageTooHigh = Invalid(
        "PERCENTAGE_TOO_HIGH", "{value} is above 100 percent.", "{value} is meer dan 100 procent.");

    public static readonly Rule NotInCents = Invalid(
        "NOT_IN_CENTS", "{value} is no amount in whole cents.", "{value} is geen bedrag in hele centen.");

    public static readonly Rule BreakdownInvalid = Invalid(
        "BREAKDOWN_INVALID", "{value} is no breakdown: at most 300 characters on one line.", "{value} is geen uitsplitsing: ten hoogste 300 tekens op één regel.");

    public static readonly Rule StatusUnknown = Invalid(
        "STATUS_UNKNOWN", "{value} is no status; definitive, provisional or forecast is.",
        "{value} is geen status; definitive, provisional of forecast wel.");

    public static readonly Rule RowDouble = Invalid(
        "ROW_DOUBLE", "An earlier row is about the same.", "Een eerdere rij gaat over hetzelfde.");

    public static readonly Rule ProviderUnknown = Invalid(
        "PROVIDER_UNKNOWN", "No contract names a provider {value}.", "Geen contract noemt een aanbieder {value}.");

    public static readonly Rule ProductUnknown = Invalid(
        "PRODUCT_UNKNOWN", "No contract names a product {value}.", "Geen contract noemt een product {value}.");

    public static readonly Rule NotAMonth = Invalid(
        "NOT_A_MONTH", "{value} is no month such as 2026-05.", "{value} is geen maand zoals 2026-05.");

    public static readonly Rule NotAYear = Invalid(
        "NOT_A_YEAR", "{value} is no year such as 2026.", "{value} is geen jaar zoals 2026.");

    public static readonly Rule NotWhole = Invalid(
        "NOT_WHOLE", "{value} is no whole number.", "{value} is geen geheel getal.");

    public static readonly Rule NothingGiven = Invalid(
        "NOTHING_GIVEN", "The line gives no figure.", "De regel geeft geen cijfer.");

    public static readonly Rule ItemInvalid = Invalid(
        "ITEM_INVALID", "{value} is no item: 1 to 60 characters, without semicolon or equals sign.",
        "{value} is geen post: 1 tot 60 tekens, zonder puntkomma of gelijkteken.");

    private static Rule Invalid(string code, string english, string dutch) => new(code, RuleKind.Invalid, english, dutch);
}
