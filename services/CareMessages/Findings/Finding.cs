namespace Regio.CareMessages.Findings;

/// <summary>Something that is wrong with a message, and where. It never holds what the message says: no name, number or text of a client.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Path">Where, such as <c>/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/Einddatum</c>; lists count from 1.</param>
/// <param name="Line">Line in the file, from 1; 0 when the place is the file itself.</param>
/// <param name="Column">Column in the line, from 1: where the name of the element begins.</param>
/// <param name="Text">What is wrong, in Dutch, for who handles messages.</param>
public sealed record Finding(IMessageRule Rule, string Path, int Line, int Column, string Text)
{
    /// <summary>The number of the rule.</summary>
    public string Number => Rule.Number;

    /// <summary>How heavy it weighs.</summary>
    public Severity Severity => Rule.Severity;

    /// <summary>The code for the return message; null when none is made.</summary>
    public string? ReturnCode => Rule.ReturnCode;
}
