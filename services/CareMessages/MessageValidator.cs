using Regio.CareMessages.Reading;
using Regio.CareMessages.Rules;

namespace Regio.CareMessages;

/// <summary>Reads a message and judges it on the first two levels: its structure, and the rules within the message when that is right.</summary>
public static class MessageValidator
{
    /// <summary>Reads and judges one file. Findings that rules make are in the order in which classes end; a fault of structure drops them (IV028).</summary>
    /// <param name="stream">The file; it stays open.</param>
    /// <param name="observer">Sees each class when it was read, and may take the clients of claims.</param>
    /// <param name="limits">How much is taken; the limits of the standard unless set.</param>
    public static MessageReading Validate(Stream stream, IMessageObserver? observer = null, ReadLimits? limits = null)
    {
        limits ??= new ReadLimits();
        var findings = new FindingList(limits.Findings);
        return MessageReader.Read(stream, findings, new RuleObserver(findings, observer), limits);
    }
}
