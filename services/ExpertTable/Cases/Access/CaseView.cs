namespace Regio.ExpertTable.Cases;

/// <summary>The parts of a case that somebody is shown; who is several things to it sees the parts of each.</summary>
[Flags]
internal enum CaseView
{
    /// <summary>Codes and days, no texts: lists, watches and the answers to changes.</summary>
    Outline = 0,

    /// <summary>What is asked of the table.</summary>
    Question = 1,

    /// <summary>The texts of the analyses. Those that were shared go with the course.</summary>
    Analyses = 2,

    /// <summary>Advice, decision, and where a returned case went.</summary>
    Advice = 4,

    /// <summary>What was done since in codes and days: acts, outcome, purchases; and what was shared of the texts.</summary>
    Course = 8,

    /// <summary>All texts that were written meanwhile.</summary>
    Texts = 16,

    /// <summary>What somebody knows who is heard at a sitting.</summary>
    Guest = Question | Analyses,

    /// <summary>What a member of the table prepares a sitting with.</summary>
    Package = Guest | Advice,

    /// <summary>What the municipality that decides needs; what the table wrote stays there unless it was shared.</summary>
    Municipality = Question | Advice | Course,

    /// <summary>The whole file.</summary>
    Full = Package | Municipality | Texts,
}
