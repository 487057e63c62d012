using Regio.CareMessages.Answers;
using Regio.CareMessages.Deadlines;
using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.Procurement.CareOrders;

/// <summary>What follows from what was found about a message: its outcome, its answer and when that is due. Pure functions.</summary>
internal static class CareVerdict
{
    public static CareMessageOutcome Of(IReadOnlyCollection<Finding> findings) =>
        findings.Any(finding => finding.Rule.Level == ControlLevel.Structure) ? CareMessageOutcome.Unreadable
        : findings.Any(finding => finding.Severity == Severity.Error) ? CareMessageOutcome.Refused
        : CareMessageOutcome.Taken;

    /// <summary>Whether it is no return message; a JW325 is judged as a message of its own.</summary>
    public static bool StartsSomething(MessageKind kind) => kind.Answers is null || kind == MessageKind.Jw325;

    /// <summary>The return message; null for what has none. A claim that is not refused as a whole is answered by who judges its lines.</summary>
    public static Message? Answer(Message message, IReadOnlyCollection<Finding> findings, AnswerStamp stamp) => message switch
    {
        // Its clients were read one by one; what refuses it here concerns the message as a whole.
        Jw323 claim => findings.Refuse() ? new ClaimAnswer(stamp).Make(claim, findings) : null,
        Jw301 or Jw305 or Jw307 or Jw315 or Jw317 or Jw319 => ReturnMessage.To(message, findings, stamp),
        _ => null,
    };

    /// <summary>Last day for the decision on a request that was taken; null when nothing has to follow the return message.</summary>
    public static DateOnly? DueOn(MessageKind kind, DateOnly received) => kind.Number is 315 or 317 ? ChainDeadlines.Answer(received) : null;
}
