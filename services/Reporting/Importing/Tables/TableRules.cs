using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Importing.Tables;

/// <summary>Why a table cannot be read in from a source.</summary>
internal static class TableRules
{
    public static readonly Rule SourceUnknown = new(
        "SOURCE_UNKNOWN", RuleKind.Missing, "There is no source {source}; {sources} are.", "Er is geen bron {source}; wel {sources}.");

    public static readonly Rule ImportUnknown = new(
        "TABLE_IMPORT_UNKNOWN", RuleKind.Missing, "There is no import {id}.", "Er is geen inlezing {id}.");

    public static readonly Rule TableUnknown = new(
        "TABLE_UNKNOWN", RuleKind.Missing, "The source has no such table.", "De bron heeft die tabel niet.");

    public static readonly Rule SourceAway = new(
        "SOURCE_AWAY", RuleKind.State, "The source does not answer.", "De bron antwoordt niet.");

    public static readonly Rule PageMalformed = new(
        "PAGE_MALFORMED", RuleKind.State, "The source gave a page that is no OData JSON.", "De bron gaf een pagina die geen OData-JSON is.");

    public static readonly Rule TableTooLong = new(
        "TABLE_TOO_LONG", RuleKind.State, "The table has more than 2,000 pages.", "De tabel heeft meer dan 2.000 pagina's.");

    public static readonly Rule LinkRepeated = new(
        "LINK_REPEATED", RuleKind.State, "A link leads to a page that came before: the links go in a circle.", "Een verwijzing leidt naar een eerdere pagina: de verwijzingen gaan in het rond.");

    public static readonly Rule PageTooLarge = new(
        "PAGE_TOO_LARGE", RuleKind.State, "The source gave a page of more than 32 MiB.", "De bron gaf een pagina van meer dan 32 MiB.");

    public static readonly Rule NotReadIn = new(
        "TABLE_NOT_READ_IN", RuleKind.State, "The table could not be read in; the log says why.", "De tabel kon niet worden ingelezen; het logboek zegt waarom.");

    public static readonly Rule LinkElsewhere = new(
        "LINK_ELSEWHERE", RuleKind.State, "The link to the next page leads outside the table.", "De verwijzing naar de volgende pagina leidt buiten de tabel.");
}
