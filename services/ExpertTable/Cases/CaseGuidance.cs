using Regio.ExpertTable.Capacity;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <content>Who guides a case (Regie op 3), whether it waits for somebody, and which care broker looks for a place.</content>
internal sealed partial class Case
{
    /// <summary>Id of the process guide; null: none.</summary>
    public Guid? GuideId { get; private set; }

    /// <summary>Not read with the case, as <see cref="Sitting"/> is not.</summary>
    public StaffMember? Guide { get; private set; }

    /// <summary>Id of the care broker; null: none.</summary>
    public Guid? CareBrokerId { get; private set; }

    /// <summary>Not read with the case, as <see cref="Sitting"/> is not.</summary>
    public StaffMember? CareBroker { get; private set; }

    /// <summary>Since when it waits for a guide; null: it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>Refused when the case needs no guide, before anybody looks for one.</summary>
    public void RequireWithoutGuide()
    {
        Require(s_open);
        if (GuideId is not null)
            throw new DomainException(CaseRules.GuidePresent);
    }

    /// <param name="guide">Who.</param>
    /// <param name="overrideReason">Why past a limit; empty: within it.</param>
    /// <param name="act">Who assigns, and when.</param>
    public void AssignGuide(Guid guide, string overrideReason, Act act)
    {
        RequireWithoutGuide();
        Version++;
        (GuideId, WaitingSince) = (guide, null);
        Write(new GuideAssigned { GuideId = guide, OverrideReason = overrideReason }, act);
    }

    /// <summary>Joins the waiting list; a case that waits already keeps its turn.</summary>
    /// <param name="lastTurn">Since when the case waits that came last; null: nobody waits.</param>
    /// <param name="act">Who asks, and when. Of two who ask at once the later one in turn may have asked a moment earlier.</param>
    public void WaitForGuide(DateTimeOffset? lastTurn, Act act)
    {
        RequireWithoutGuide();
        if (WaitingSince is not null)
            return;
        Version++;
        WaitingSince = lastTurn >= act.At ? lastTurn.Value.AddMicroseconds(1) : act.At;
        Write(new WaitsForGuide(), act);
    }

    public void EndGuide(string reason, Act act)
    {
        Require(s_open);
        if (GuideId is not { } guide)
            throw new DomainException(CaseRules.GuideMissing);
        Version++;
        GuideId = null;
        Write(new GuideEnded { GuideId = guide, Reason = reason }, act);
    }

    public void AssignCareBroker(Guid broker, Act act)
    {
        Require(s_open);
        Version++;
        CareBrokerId = broker;
        Write(new CareBrokerAssigned { CareBrokerId = broker }, act);
    }
}
