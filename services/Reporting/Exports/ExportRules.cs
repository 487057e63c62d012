using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Exports;

/// <summary>The rules of exports.</summary>
internal static class ExportRules
{
    /// <summary>Rows of a file that a spreadsheet and a reader can still handle.</summary>
    public const int MostRows = 200_000;

    public static readonly Rule TooLarge = new(
        "EXPORT_TOO_LARGE",
        RuleKind.State,
        "There are more than {most} figures; choose an indicator or an area.",
        "Er zijn meer dan {most} cijfers; kies een indicator of een gebied.");
}
