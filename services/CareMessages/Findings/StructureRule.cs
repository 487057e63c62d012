namespace Regio.CareMessages.Findings;

/// <summary>How heavy a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; the message is taken.</summary>
    Warning,

    /// <summary>The message, or the part that it concerns, is refused.</summary>
    Error,
}

/// <summary>The levels at which a message is judged, in the order of iJw (IV028): a fault on one level keeps the next from being looked at.</summary>
public enum ControlLevel
{
    /// <summary>Whether it is a message at all: well-formed, of a known kind, built as the schemas say. No return message is made.</summary>
    Structure = 1,

    /// <summary>Rules within one message; the answer is a header with code 0001.</summary>
    Message = 2,

    /// <summary>Rules against earlier messages and agreements; the code stands at the class concerned.</summary>
    Known = 3,

    /// <summary>Rules against sources outside the messages: the calendar, the list of municipalities, contracts.</summary>
    Outside = 4,
}

/// <summary>A rule that a message can break.</summary>
public interface IMessageRule
{
    /// <summary>Its number in the standard, such as CS003; for structure where the standard has none, <c>XML…</c> or <c>XSD…</c>.</summary>
    string Number { get; }

    /// <summary>The level at which it is checked.</summary>
    ControlLevel Level { get; }

    /// <summary>How heavy it weighs.</summary>
    Severity Severity { get; }

    /// <summary>The code that a return message carries for it (list WJ001); null when no return message is made.</summary>
    string? ReturnCode { get; }
}

/// <summary>A rule of structure: what the schemas and the agreements on files demand.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Description">What it demands, in English, for developers.</param>
/// <param name="Dutch">What it tells people; <c>{0}</c> is the element, <c>{1}</c> what is allowed.</param>
public sealed record StructureRule(string Number, string Description, string Dutch) : IMessageRule
{
    /// <inheritdoc/>
    public ControlLevel Level => ControlLevel.Structure;

    /// <inheritdoc/>
    public Severity Severity => Severity.Error;

    /// <inheritdoc/>
    public string? ReturnCode => null;
}
