using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Learning;

/// <summary>What kind of meeting is on the learning calendar.</summary>
internal enum LearningKind
{
    Intervision,
    KnowledgeCafe,
    Training,
}

/// <summary>A meeting on the learning calendar (leerkalender), which counts who came and names nobody.</summary>
internal sealed class LearningMeeting
{
    private LearningMeeting(Guid id, LearningKind kind, DateOnly day, string subject)
    {
        Id = id;
        Kind = kind;
        Day = day;
        Subject = subject;
    }

    public Guid Id { get; }

    public LearningKind Kind { get; }

    public DateOnly Day { get; }

    /// <summary>What it is about.</summary>
    public string Subject { get; }

    /// <summary>How many came; 0: it was not held, or that is not recorded yet.</summary>
    public int Participants { get; private set; }

    /// <summary>From how many organisations.</summary>
    public int Organisations { get; private set; }

    public int Minutes { get; private set; }

    public long Version { get; private set; } = 1;

    public bool IsHeld => Participants > 0;

    public static LearningMeeting Plan(Guid id, LearningKind kind, DateOnly day, string subject) => new(id, kind, day, subject);

    /// <summary>It was held; who counted wrong records it again.</summary>
    public void Hold(int participants, int organisations, int minutes, Act act)
    {
        if (act.Day < Day)
            throw new DomainException(LearningRules.NotYet);
        (Participants, Organisations, Minutes) = (participants, organisations, minutes);
        Version++;
    }
}
