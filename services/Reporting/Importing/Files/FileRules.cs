using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Importing.Files;

/// <summary>Why a file cannot be sent in or read in.</summary>
internal static class FileRules
{
    public static readonly Rule ImportUnknown = new(
        "FILE_IMPORT_UNKNOWN", RuleKind.Missing, "There is no import {id}.", "Er is geen inlezing {id}.");

    public static readonly Rule NothingSent = new(
        "UPLOAD_EMPTY", RuleKind.Invalid, "Send at least one piece.", "Stuur ten minste één deel.");

    public static readonly Rule OtherImport = new(
        "UPLOAD_OTHER_IMPORT", RuleKind.Invalid, "All pieces of a call are of one import.", "Alle delen van een aanroep zijn van één inlezing.");

    public static readonly Rule UploadGap = new(
        "UPLOAD_GAP", RuleKind.State, "The piece begins at {offset}, but {received} bytes are here: go on there.",
        "Het deel begint bij {offset}, maar er zijn {received} bytes binnen: ga daar verder.");

    public static readonly Rule UploadTooLong = new(
        "UPLOAD_TOO_LONG", RuleKind.Invalid, "The file was to be {size} bytes long.", "Het bestand zou {size} bytes lang zijn.");

    public static readonly Rule UploadEnded = new(
        "UPLOAD_ENDED", RuleKind.State, "The import is {state}; start another one.", "De inlezing is {state}; begin een nieuwe.");

    public static readonly Rule UploadAbandoned = new(
        "UPLOAD_ABANDONED", RuleKind.State, "Nothing came for seven days.", "Er kwam zeven dagen niets binnen.");

    public static readonly Rule ContentDiffers = new(
        "CONTENT_DIFFERS", RuleKind.State, "What came is not the file whose SHA-256 was given.", "Wat binnenkwam is niet het bestand waarvan de SHA-256 is opgegeven.");

    public static readonly Rule NeverEnded = new(
        "LOAD_NEVER_ENDED", RuleKind.State, "The load was begun ten times and never ended.", "Het inlezen is tien keer begonnen en nooit geëindigd.");

    public static readonly Rule NotReadIn = new(
        "FILE_NOT_READ_IN", RuleKind.State, "The file could not be read in; the log says why.", "Het bestand kon niet worden ingelezen; het logboek zegt waarom.");
}
