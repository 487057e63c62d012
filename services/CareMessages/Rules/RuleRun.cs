using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;

namespace Regio.CareMessages.Rules;

/// <summary>What the rules find in one message, and what they remember while it is read: keys that were seen, sums of lines.</summary>
internal sealed class RuleRun(FindingList findings)
{
    private readonly HashSet<(string Rule, string Key)> _seen = [];
    private MessageRule? _rule;

    /// <summary>The lines until now, with their sign, in eurocents.</summary>
    public long Lines { get; private set; }

    public void Check(MessageRule rule, MessagePart part)
    {
        _rule = rule;
        rule.Check(part, this);
    }

    /// <summary>A line was read.</summary>
    public void Count(Prestatie line) => Lines += line.IngediendBedrag.WithSign;

    /// <summary>The rule is broken at an element of a class.</summary>
    public void Fault(MessagePart part, string element, Position position)
    {
        var place = position == default ? part.Position : position;
        findings.Add(new Finding(_rule!, element.Length == 0 ? part.Path : $"{part.Path}/{element}", place.Line, place.Column, _rule!.Dutch));
    }

    /// <summary>The rule is broken at a class as a whole.</summary>
    public void Fault(MessagePart part) => Fault(part, "", part.Position);

    public void FaultIf(bool isBroken, MessagePart part, string element, Position position = default)
    {
        if (isBroken)
            Fault(part, element, position);
    }

    /// <summary>Whether this is the first time that the rule sees a key in the message.</summary>
    public bool IsNew(string key) => _seen.Add((_rule!.Number, key));

    /// <summary>Whether the rule has seen a key in the message.</summary>
    public bool Knows(string key) => _seen.Contains((_rule!.Number, key));

    /// <summary>The day so many years before, or the first day that there is: a message may be dated in the year 1.</summary>
    public static DateOnly YearsBefore(DateOnly day, int years) => day.Year > years ? day.AddYears(-years) : DateOnly.MinValue;

    /// <summary>The last day of the month of a day, also of the last month that there is.</summary>
    public static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>The date of the message that a class belongs to.</summary>
    public static DateOnly MessageDate(MessagePart part) => part.Message!.Envelope.BerichtIdentificatie.Dagtekening.Data;
}
