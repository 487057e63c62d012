using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>A rule within one message (control level 2): one place in the code, by its number in the standard.</summary>
/// <param name="number">Its number.</param>
/// <param name="also">Other numbers under which the standard has the same demand.</param>
/// <param name="description">What it demands.</param>
/// <param name="dutch">What it tells who handles messages.</param>
internal abstract class MessageRule(string number, string also, string description, string dutch) : IMessageRule
{
    public string Number => number;

    public string Also => also;

    public string Description => description;

    public string Dutch => dutch;

    public ControlLevel Level => ControlLevel.Message;

    public Severity Severity => Severity.Error;

    // IV028: what breaks a rule within the message gets the technical code.
    public string? ReturnCode => "0001";

    /// <summary>The class of message that it looks at.</summary>
    public abstract Type Part { get; }

    public abstract void Check(MessagePart part, RuleRun run);
}

/// <inheritdoc/>
internal sealed class MessageRule<TPart>(string number, string also, string description, string dutch, Action<TPart, RuleRun> check)
    : MessageRule(number, also, description, dutch)
    where TPart : MessagePart
{
    public override Type Part => typeof(TPart);

    public override void Check(MessagePart part, RuleRun run) => check((TPart)part, run);
}
