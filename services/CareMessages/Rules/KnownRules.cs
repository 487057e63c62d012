using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Rules;

/// <summary>A rule against what is known beside the message (levels 3 and 4). Whoever keeps that checks it.</summary>
/// <param name="Number">Its number in the standard.</param>
/// <param name="Level">The level at which it is checked.</param>
/// <param name="ReturnCode">The code of list WJ001; null where the list has none.</param>
/// <param name="On">Where it looks, for developers.</param>
/// <param name="Description">What it demands, in English, for developers.</param>
/// <param name="Dutch">What it tells people.</param>
public sealed record KnownRule(string Number, ControlLevel Level, string? ReturnCode, string On, string Description, string Dutch) : IMessageRule
{
    /// <summary>An error unless said otherwise: what people have to judge is a warning and refuses nothing.</summary>
    public Severity Severity { get; init; } = Severity.Error;
}

/// <summary>The rules against what is known that are checked at intake.</summary>
public static class KnownRules
{
    /// <summary>TR056.</summary>
    public static readonly KnownRule IdentificationUnique = new(
        "TR056", ControlLevel.Known, "9056", "Header",
        "Identificatie is used once per kind of message by a sender; a message that was refused does not count (OP286).",
        "Dit berichtnummer heeft de afzender al voor een ander bericht van deze soort gebruikt.");

    /// <summary>TR135.</summary>
    public static readonly KnownRule DateNotAhead = new(
        "TR135", ControlLevel.Outside, "8848", "Header",
        "Dagtekening is not after the day on which the message comes in.",
        "De dagtekening ligt in de toekomst.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownRule> All { get; } = [IdentificationUnique, DateNotAhead, .. KnownAssignmentRules.All, .. KnownDeliveryRules.All, .. KnownRequestRules.All, .. KnownClaimRules.All];
}
