using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Reads;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Cases;

/// <content>
/// On what ground data about the children are used. What persons say comes whenever it comes, also when the case is closed.
/// </content>
internal sealed partial class Case
{
    /// <summary>Somebody who else may not see the case opens it in an emergency, whatever its state.</summary>
    public void BreakGlass(string reason, Act act)
    {
        Version++;
        Write(new GlassBroken { Reason = reason }, act);
    }

    /// <summary>A person whose consent counts for a child of the case.</summary>
    public void RecordParty(Guid party, Guid child, ConsentPartyKind kind, string label, Act act)
    {
        Require(s_open);
        RequireChild(child);
        Version++;
        Write(new PartyRecorded { PartyId = party, Child = child, Kind = kind, Label = label }, act);
    }

    public void RecordConsent(Guid party, ConsentPurpose purpose, ConsentAnswer answer, DateOnly day, Act act)
    {
        if (day > act.Day)
            throw new DomainException(ConsentRules.ConsentInFuture, "day");
        Version++;
        Write(new ConsentRecorded { PartyId = party, Purpose = purpose, Answer = answer, Day = day }, act);
    }

    /// <summary>A ground other than consent, which carries a purpose whatever somebody refused.</summary>
    public void RecordGround(ConsentPurpose purpose, LegalGround ground, string motivation, Validity validity, Act act)
    {
        Require(s_open);
        Version++;
        Write(new GroundRecorded { Purpose = purpose, Ground = ground, Motivation = motivation, From = validity.From, Until = validity.Until }, act);
    }
}
