using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;

namespace Regio.Procurement.CareOrders;

/// <summary>Findings of rules against what is known, at their place.</summary>
internal static class CareFindingPlaces
{
    /// <summary>At an element of a class; at the class itself when the element is left out.</summary>
    public static Finding At(this KnownRule rule, MessagePart part, string element, Position place)
    {
        var found = place == default ? part.Position : place;
        return new Finding(rule, element.Length == 0 ? part.Path : $"{part.Path}/{element}", found.Line, found.Column, rule.Dutch);
    }

    /// <summary>At a class as a whole.</summary>
    public static Finding At(this KnownRule rule, MessagePart part) => rule.At(part, "", part.Position);

    /// <summary>Whether one of them refuses what it was found about.</summary>
    public static bool Refuse(this IEnumerable<Finding> findings) => findings.Any(finding => finding.Severity == Severity.Error);
}
