namespace Regio.CareMessages.Rules;

/// <summary>Rules of the standard that this library does not check, and why.</summary>
internal static class OtherRules
{
    private const string Earlier = "Needs earlier messages: for who keeps them (level 3).";
    private const string Source = "Needs a source outside the message (level 4).";
    private const string Process = "About what people do; nothing in a message shows it.";

    public static IReadOnlyList<(string Rules, string Why)> All { get; } =
    [
        ("TR056, TR304", Earlier),
        ("TR332, OP087, OP033x1, OP257, OP380, TR385, OP362, IV099, IV066, IV013, TR379", Earlier),
        ("TR347, TR374, OP350, OP307, TR349, TR350, TR351, TR357, TR373, TR411, TR375, TR412, TR361, TR355, TR359, TR360, TR365", Earlier),
        ("TR019, IV096, TR063, TR074, TR071, TR326, OP289, TR382, OP155, OP072, TR413, OP378, TR414, TR415, OP377, IV075", Earlier),
        ("TR318, OP284, TR319, TR387, TR388, TR307, TR308, TR338, TR339, TR340, TR384, TR341, TR321, TR322, TR369, TR333, TR323, TR390, OP360, TR389, OP366", Earlier),
        ("TR337, TR376, TR371, TR366, TR367", Earlier),
        ("TR135, TR378, TR381, TR418, OP296, OP305", Source),
        ("TR346", "The tariff per minute is for information only when an hour is claimed in minutes, so the amount needs the contract's tariff (level 4)."),
        ("IV034", "The versions of the schemas that are accepted are a setting of who takes messages in; not checked yet."),
        ("TR316, TR342", "Within one message, but needs the whole of it: a later line may be the one that is meant. Not checked yet."),
        ("CS319", "Part of the structure: DeclaratieNummer in JW323 is letters and digits."),
        ("OP079, OP003, OP002, OP002x1, OP002x2, OP186, OP298, OP299, OP043, OP364, OP095, OP090, OP090x2, OP271, OP272, OP274, OP346, OP359", Process),
    ];
}
