using Regio.ExpertTable.Actions;
using Regio.ExpertTable.Deciders;
using Regio.ExpertTable.Disclosures;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Cases;

/// <content>What is agreed on, what others are told, and what others decided that is referred to.</content>
internal sealed partial class Case
{
    public void AgreeAction(Guid actionId, string text, string owner, DateOnly due, Act act)
    {
        Require(s_open);
        if (due < act.Day)
            throw new DomainException(ActionRules.DueInPast, "due_date");
        Version++;
        Write(new ActionAgreed { ActionId = actionId, Text = text, Owner = owner, Due = due }, act);
    }

    /// <summary>One that the file knows and that is still to be done.</summary>
    public void EndAction(Guid actionId, bool isDropped, string note, Act act)
    {
        Require(s_open);
        Version++;
        Write(new ActionEnded { ActionId = actionId, IsDropped = isDropped, Note = note }, act);
    }

    /// <summary>A wider table is given what it needs, while the case is there.</summary>
    public void RequireEscalated() => Require(CaseState.Escalated);

    public void Disclose(Disclosed disclosed, Act act)
    {
        RequireEscalated();
        Version++;
        Write(disclosed, act);
    }

    /// <summary>Who decides on this case, with why.</summary>
    public void RecordDecider(DeciderRecorded decider, Act act)
    {
        Require(s_open);
        Version++;
        Write(decider, act);
    }

    /// <summary>
    /// Another municipality is responsible than the one that the case was recorded for. From here on it decides and sees the
    /// case; what was done and decided until then stays as it was.
    /// </summary>
    public void HandOver(HandedOver over, Act act)
    {
        Require(s_open);
        RecordedFact.RefuseFuture(over.ResponsibleFrom, act.Day, "date");
        if (over.ToMunicipalityId == MunicipalityId)
            throw new DomainException(DeciderRules.MunicipalitySame, "municipality_id");
        Version++;
        Write(over, act);
        MunicipalityId = over.ToMunicipalityId;
    }

    /// <summary>Somebody else decided or recorded something about a child: where that is found, and nothing of what it says.</summary>
    public void RecordReference(ReferenceKind kind, string reference, DateOnly day, Act act)
    {
        Require(s_open);
        RecordedFact.RefuseFuture(day, act.Day, "date");
        Version++;
        Write(new ReferenceRecorded { Kind = kind, Reference = reference, Date = day }, act);
    }
}
