using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Ceilings;

/// <summary>Why a row of spend, or a whole file of it, is refused.</summary>
internal static class SpendRules
{
    public const int MostRows = 5_000;
    public const int MostBytes = 3_000_000;

    public static readonly Rule MunicipalityIdInvalid = Invalid(
        "MUNICIPALITY_ID_INVALID", "That is no CBS code of a municipality.", "Dit is geen CBS-code van een gemeente.");

    public static readonly Rule MonthInvalid = Invalid(
        "MONTH_INVALID", "That is no month, or not its first day.", "Dit is geen maand, of niet de eerste dag ervan.");

    public static readonly Rule BeforeContract = Invalid(
        "SPEND_BEFORE_CONTRACT", "The contract begins after that month.", "Het contract begint na die maand.");

    public static readonly Rule NumberInvalid = Invalid(
        "NUMBER_INVALID", "That is no amount in euros with a decimal comma.", "Dit is geen bedrag in euro's met een decimale komma.");

    public static readonly Rule AmountOutOfRange = Invalid(
        "AMOUNT_OUT_OF_RANGE", "The amount is out of range.", "Het bedrag is te groot of te klein.");

    public static readonly Rule YesOrNoInvalid = Invalid(
        "YES_OR_NO_INVALID", "Say ja or nee.", "Vul ja of nee in.");

    public static readonly Rule RowDouble = Invalid(
        "ROW_DOUBLE", "An earlier row is about the same.", "Een eerdere rij gaat over hetzelfde.");

    public static readonly Rule ColumnMissing = Invalid(
        "COLUMN_MISSING",
        "The file has no such column; are its columns separated by semicolons?",
        "Het bestand heeft deze kolom niet; zijn de kolommen gescheiden door puntkomma's?");

    public static readonly Rule FileMalformed = Invalid(
        "FILE_MALFORMED",
        "The line cannot be read: quotes, number of columns or length.",
        "De regel is niet te lezen: aanhalingstekens, aantal kolommen of lengte.");

    public static readonly Rule EncodingBroken = Invalid("ENCODING_BROKEN", "The line is not UTF-8.", "De regel is geen UTF-8.");

    private static Rule Invalid(string code, string english, string dutch) => new(code, RuleKind.Invalid, english, dutch);
}
