using System.Collections.Frozen;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Disclosures;

/// <summary>The rules of telling wider tables about a case.</summary>
internal static class DisclosureRules
{
    public static readonly Rule TooWide = new(
        "DISCLOSURE_TOO_WIDE",
        RuleKind.Invalid,
        "{recipient} is given no more than it needs: {allowed}.",
        "{recipient} krijgt niet meer dan nodig: {allowed}.");

    public static readonly Rule RecipientNotAsked = new(
        "DISCLOSURE_RECIPIENT",
        RuleKind.State,
        "The case is with another table: {recipient}.",
        "De casus ligt bij een andere tafel: {recipient}.");

    public static readonly Rule GroundMissing = new(
        "DISCLOSURE_GROUND_MISSING",
        RuleKind.State,
        "Nothing carries telling others yet: record consent (RecordConsent) or another ground (RecordGround).",
        "Er is nog geen grond om anderen in te lichten: leg toestemming of een andere grond vast.");

    public static readonly Rule DisclosureUnknown = new(
        "DISCLOSURE_UNKNOWN",
        RuleKind.Missing,
        "The case has no such disclosure.",
        "De casus heeft deze verstrekking niet.");

    /// <summary>
    /// What each wider table needs at most. JENN thinks along about the explanation; PC Noord arranges a closed place and
    /// needs the order of the court; 3Noord looks for supply.
    /// </summary>
    private static readonly FrozenDictionary<EscalationTarget, DisclosurePart[]> s_allowed = new Dictionary<EscalationTarget, DisclosurePart[]>
    {
        [EscalationTarget.Jenn] = [DisclosurePart.Question, DisclosurePart.Analysis, DisclosurePart.Advice, DisclosurePart.Ages],
        [EscalationTarget.PcNoord] = [DisclosurePart.Question, DisclosurePart.Ages, DisclosurePart.CourtOrder],
        [EscalationTarget.SupraRegional] = [DisclosurePart.Question, DisclosurePart.Advice, DisclosurePart.Ages],
    }.ToFrozenDictionary();

    /// <summary>Refused when a part is asked for that the recipient does not need.</summary>
    public static void RequireMinimal(EscalationTarget recipient, IReadOnlyList<DisclosurePart> parts)
    {
        foreach (var (index, part) in parts.Index())
        {
            if (!s_allowed[recipient].Contains(part))
                throw new DomainException(TooWide, $"parts[{index}]", new Dictionary<string, string> { ["recipient"] = Codes.Of(recipient), ["allowed"] = string.Join(", ", s_allowed[recipient].Select(p => Codes.Of(p))) });
        }
    }

    /// <summary>Refused unless the case was taken to this table, and to no other since.</summary>
    public static TakenFurther RequireAsked(EscalationTarget recipient, IReadOnlyList<WrittenEntry> entries)
    {
        var asked = entries.Select(e => e.Content).OfType<TakenFurther>().Last();
        return asked.Target == recipient
            ? asked
            : throw new DomainException(RecipientNotAsked, "recipient", new Dictionary<string, string> { ["recipient"] = Codes.Of(asked.Target) });
    }
}
