using Regio.ExpertTable.Consents;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <content>
/// What whom it is about wants put right. It comes whenever it comes, also when the case is closed, and changes nothing that
/// was written: what comes of it stands beside it.
/// </content>
internal sealed partial class Case
{
    public void RequestRectification(Rectification asked, Guid child, string text, Act act)
    {
        RequireChild(child);
        if (asked.Entry > Entries)
            throw new DomainException(SubjectRightsRules.EntryUnknown, "entry_number");
        Version++;
        Write(
            new RectificationRequested
            {
                RectificationId = asked.Id,
                Entry = asked.Entry,
                Child = child,
                Applicant = asked.Applicant,
                ReceivedOn = asked.ReceivedOn,
                DueOn = asked.DueOn,
                Text = text,
            },
            act);
    }

    public void ExtendRectification(Rectification asked, string reason, TermBook terms, Act act)
    {
        asked.Extend(terms, act);
        Version++;
        Write(new RectificationExtended { RectificationId = asked.Id, DueOn = asked.DueOn, Reason = reason }, act);
    }

    public void DecideRectification(Rectification asked, RectificationDecision decision, Act act)
    {
        asked.Decide(decision, act);
        Version++;
        Write(
            new RectificationDecided
            {
                RectificationId = asked.Id,
                Outcome = decision.Outcome,
                Correction = decision.Correction,
                Statement = decision.Statement,
                Motivation = decision.Motivation,
            },
            act);
    }

    /// <summary>Refused unless the child is one of the case.</summary>
    public void RequireChild(Guid child)
    {
        if (!Pseudonyms.Contains(child))
            throw new DomainException(ConsentRules.ChildUnknown, "subject_pseudonym");
    }
}
