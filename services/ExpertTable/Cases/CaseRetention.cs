using Regio.ExpertTable.Retention;
using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <content>How long a file is kept, and its destruction.</content>
internal sealed partial class Case
{
    /// <summary>Since when a legal hold keeps the file; null: none does.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>When the file was destroyed; null: it is kept.</summary>
    public DateTimeOffset? DestroyedAt { get; private set; }

    public string? DestroyedBy { get; private set; }

    public DestructionGround? DestructionGround { get; private set; }

    public void SetLegalHold(string reason, Act act)
    {
        RequireUnheld();
        Version++;
        HeldSince = act.At;
        Write(new LegalHoldSet { Reason = reason }, act);
    }

    public void LiftLegalHold(string reason, Act act)
    {
        if (HeldSince is null)
            throw new DomainException(RetentionRules.LegalHoldMissing);
        Version++;
        HeldSince = null;
        Write(new LegalHoldLifted { Reason = reason }, act);
    }

    /// <summary>Leaves codes, days and municipality, and nobody that they are about.</summary>
    /// <param name="ground">Why.</param>
    /// <param name="lastChange">When something was last written into the file.</param>
    /// <param name="isRectificationOpen">Whether somebody waits for the file to be put right.</param>
    /// <param name="terms">How long a file is kept.</param>
    /// <param name="act">Who destroys, and when.</param>
    public void Destroy(DestructionGround ground, DateTimeOffset lastChange, bool isRectificationOpen, TermBook terms, Act act)
    {
        Require(CaseState.Closed, CaseState.Returned);
        RequireUnheld();
        if (ground == Retention.DestructionGround.Term)
            RequireDue(RetentionTerm.Until(lastChange, terms.On(RetentionTerm.TermOf(RetentionTerm.KindOf(State)), act.Day)), isRectificationOpen, act);
        Version++;
        (DestroyedAt, DestroyedBy, DestructionGround) = (act.At, act.By, ground);
        SubjectPseudonym = Guid.Empty;
    }

    private static void RequireDue(DateOnly until, bool isRectificationOpen, Act act)
    {
        if (act.Day < until)
            throw new DomainException(RetentionRules.RetentionRuns, "ground", Values(("until", Iso(until))));
        // Who wants it destroyed instead asks for that.
        if (isRectificationOpen)
            throw new DomainException(RetentionRules.RectificationOpen, "ground");
    }

    private void RequireUnheld()
    {
        if (HeldSince is not null)
            throw new DomainException(RetentionRules.LegalHoldPresent);
    }
}
