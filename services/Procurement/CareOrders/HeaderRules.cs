using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;

namespace Regio.Procurement.CareOrders;

/// <summary>Rules about the header of a message against what is known of its sender and of the calendar.</summary>
internal static class HeaderRules
{
    /// <summary>What they find.</summary>
    /// <param name="header">The header of a message that is right by itself.</param>
    /// <param name="numberUsed">Whether the sender used the number for a message of the kind that counts.</param>
    /// <param name="today">The day in the Netherlands.</param>
    public static IEnumerable<Finding> Check(Header header, bool numberUsed, DateOnly today)
    {
        var identification = header.BerichtIdentificatie;
        if (numberUsed)
            yield return KnownRules.IdentificationUnique.At(identification, nameof(identification.Identificatie), identification.Identificatie.Position);
        if (identification.Dagtekening.Data > today)
            yield return KnownRules.DateNotAhead.At(identification, nameof(identification.Dagtekening), identification.Dagtekening.Position);
    }
}
