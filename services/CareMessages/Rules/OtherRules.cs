namespace Regio.CareMessages.Rules;

/// <summary>Rules of the standard that this library does not check, and why.</summary>
internal static class OtherRules
{
    private const string Earlier = "Needs earlier messages: for who keeps them (level 3).";
    private const string Source = "Needs a source outside the message (level 4).";
    private const string Process = "About what people do; nothing in a message shows it.";

    /// <summary>
    /// Rules whose numbers came to us several to a line, with several demands: how the one was given to the other. The published schemas
    /// hold no numbers of rules. In the standard CD is about what must be there, CS about what stands in it, TR about how it relates.
    /// </summary>
    public static IReadOnlyList<(string Rules, string Given, bool IsCertain)> Numbers { get; } =
    [
        ("CD041; CD080, CD095, CD096", "Only the last three are relaxed for care that ended in 2020 or before, so the first demands a size and the others forbid it.", true),
        ("CS338, CS343", "Both are relaxed alike and say the same of different messages; reported as CS338.", true),
        ("TR358; CS325", "The second also holds for JW325, where the total has a rule of its own (TR342), so it is the sign of zero.", true),
        ("CS319; TR333", "Told apart by their codes (0001 and 9333).", true),
        ("CD087; CS339; TR346", "CD is the presence of the tariff; TR346 has a code of its own (9346) and is the product of volume and tariff.", true),
        ("CD060; TR315; TR316", "CD is the presence of the earlier number. Which of TR315 (once in the message) and TR316 (not of the message) is which follows the order.", false),
        ("CD005, CD034, CD025; CS089", "CS is the form of the postal code. The three of presence follow the order.", false),
        ("CD007, CD009", "In order: language, period of an address.", false),
        ("CS050, CS318", "In order: use of names, no legal entity as client.", false),
        ("CD066, CD067, CD068, OP297", "Reported as CD066 (either a code or a name) and CD068 (no code); CD067 may be one half of the first.", false),
        ("CD075, CD076", "In order: budget, size per week.", false),
        ("CD077, CD078", "Two sides of one demand; reported as CD077.", true),
        ("CD085, CD086", "Two sides of one demand; reported as CD085.", true),
        ("TR377, TR409", "Two sides of one demand; reported as TR377.", true),
        ("CS335, CS336", "In order: reason 13, reason 01.", false),
        ("CS340, CS100", "In order: one calendar month, not before 2021.", false),
        ("TR352, TR353", "In order: something stays or changes, something changes or is added.", false),
        ("CS003, TR018", "Reported as CS003 for care and as TR018 for the period of an address.", false),
        ("TR134, TR380", "Which dates are meant is a reading: birth, begin of delivery, date of a claim; the wanted start of a new product.", false),
    ];

    public static IReadOnlyList<(string Rules, string Why)> All { get; } =
    [
        ("IV013", "Refuses nothing: which version of an assignment is current follows from Toewijzingsdatum and Toewijzingstijd, in whatever order they come."),
        ("OP380", "Says which of two forms a municipality chooses for an extension; who receives it can do with both."),
        ("TR337, TR376, TR371, TR366, TR367", Earlier),
        ("OP296, OP305", Source),
        ("IV034", "The versions of the schemas that are accepted are a setting of who takes messages in; not checked yet."),
        ("CS319", "Part of the structure: DeclaratieNummer in JW323 is letters and digits."),
        ("OP079, OP003, OP002, OP002x1, OP002x2, OP186, OP298, OP299, OP043, OP364, OP095, OP090, OP090x2, OP271, OP272, OP274, OP346, OP359", Process),
    ];
}
