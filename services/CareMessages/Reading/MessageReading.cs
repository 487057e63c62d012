using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Reading;

/// <summary>What came of reading a file.</summary>
/// <param name="Kind">The kind of message; null when it is none.</param>
/// <param name="Message">The message, as far as it could be read; null when it is none. Trust it only when <see cref="IsSound"/>.</param>
/// <param name="Findings">What is wrong, in the order of the file.</param>
public sealed record MessageReading(MessageKind? Kind, Message? Message, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether the structure is right: every mandatory element is there and every value has its type.</summary>
    public bool IsSound => Message is not null && Findings.All(finding => finding.Rule.Level != ControlLevel.Structure);

    /// <summary>Whether nothing is wrong that refuses the message.</summary>
    public bool IsAccepted => Message is not null && Findings.All(finding => finding.Severity != Severity.Error);
}
