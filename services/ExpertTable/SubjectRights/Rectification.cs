using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>Who wants a file seen or put right.</summary>
internal enum RectificationApplicant
{
    Youth,
    AuthorityHolder,
    Representative,
}

/// <summary>Where a request to put a file right stands.</summary>
internal enum RectificationState
{
    Open,
    Corrected,
    StatementAttached,
    Refused,
    Withdrawn,
}

/// <summary>What comes of a request. A class, since a record would print what is written about a child.</summary>
internal sealed class RectificationDecision(RectificationState outcome, string correction, string statement, string motivation)
{
    public RectificationState Outcome { get; } = outcome;

    public string Correction { get; } = correction;

    public string Statement { get; } = statement;

    public string Motivation { get; } = motivation;

    /// <summary>Refused unless the outcome has the words that it needs.</summary>
    public void RequireComplete()
    {
        if (Outcome == RectificationState.Corrected)
            Require(Correction, "correction");
        if (Outcome == RectificationState.StatementAttached)
            Require(Statement, "statement");
        if (Outcome is RectificationState.StatementAttached or RectificationState.Refused)
            Require(Motivation, "motivation");
    }

    private static void Require(string text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new DomainException(SubjectRightsRules.Incomplete, field);
    }
}

/// <summary>
/// A request to put a file right, as its clock needs it: days and codes. What was asked and answered stands in the sealed
/// file of the case.
/// </summary>
internal sealed class Rectification
{
    private Rectification(Guid id, Guid caseId, long entry, RectificationApplicant applicant, DateOnly receivedOn, DateOnly dueOn)
    {
        Id = id;
        CaseId = caseId;
        Entry = entry;
        Applicant = applicant;
        ReceivedOn = receivedOn;
        DueOn = dueOn;
    }

    public Guid Id { get; }

    public Guid CaseId { get; }

    /// <summary>Number of the entry that it is about; 0: of no single one.</summary>
    public long Entry { get; }

    public RectificationApplicant Applicant { get; }

    public DateOnly ReceivedOn { get; }

    /// <summary>Last day on which it is answered in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the last day was moved; null: it was not.</summary>
    public DateOnly? ExtendedOn { get; private set; }

    /// <summary>Null: not decided.</summary>
    public DateOnly? DecidedOn { get; private set; }

    public RectificationState State { get; private set; } = RectificationState.Open;

    /// <summary>One month from the day on which it came in, by the term of that day (AVG art. 12(3)).</summary>
    public static Rectification Receive(Guid id, Guid caseId, long entry, RectificationApplicant applicant, DateOnly receivedOn, TermBook terms, Act act)
    {
        RecordedFact.RefuseFuture(receivedOn, act.Day, "received_date");
        return new(id, caseId, entry, applicant, receivedOn, receivedOn.AddMonths(terms.On(Term.RectificationMonths, receivedOn)));
    }

    /// <summary>Once, and told to the applicant while the first term runs.</summary>
    public void Extend(TermBook terms, Act act)
    {
        RequireOpen();
        if (ExtendedOn is not null)
            throw new DomainException(SubjectRightsRules.Extended);
        if (act.Day > DueOn)
            throw new DomainException(SubjectRightsRules.TermPassed);
        ExtendedOn = act.Day;
        DueOn = ReceivedOn.AddMonths(terms.On(Term.RectificationMonths, ReceivedOn) + terms.On(Term.RectificationExtensionMonths, ReceivedOn));
    }

    /// <summary>What comes of it is recorded however late it is.</summary>
    public void Decide(RectificationDecision decision, Act act)
    {
        RequireOpen();
        decision.RequireComplete();
        (State, DecidedOn) = (decision.Outcome, act.Day);
    }

    private void RequireOpen()
    {
        if (State != RectificationState.Open)
            throw new DomainException(SubjectRightsRules.Decided);
    }
}
