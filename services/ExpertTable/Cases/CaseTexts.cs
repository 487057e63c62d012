using Regio.ExpertTable.Texts;

namespace Regio.ExpertTable.Cases;

/// <content>What of its texts is shared outside the table.</content>
internal sealed partial class Case
{
    /// <summary>The municipality reads this version of the analysis from now on.</summary>
    public void ShareAnalysis(int number, Act act)
    {
        Require(s_open);
        Version++;
        Write(new AnalysisShared { Number = number }, act);
    }

    /// <summary>A text was shared although it may give somebody away.</summary>
    public void OverrideTextCheck(IReadOnlyList<FindingKind> kinds, string reason, Act act)
    {
        Version++;
        Write(new TextCheckOverridden { Kinds = kinds, Reason = reason }, act);
    }
}
