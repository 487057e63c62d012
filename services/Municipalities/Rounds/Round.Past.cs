namespace Regio.Municipalities.Rounds;

/// <content>What the round was on an earlier day, by the days on which its decisions were taken.</content>
internal sealed partial class Round
{
    /// <summary>Number of the version that lay on the table on a day: each re-opening by then made the next one.</summary>
    public int VersionOn(DateOnly day) => 1 + DecidedBy(day).Count(d => d.StepCode == ReopenCode);

    /// <summary>Where the adoption of the version of a day stood, by what was decided and ruled until then.</summary>
    public Standing StandingOn(DateOnly day) =>
        Rounds.Standing.Of(_steps, new RoundMembers(_bodies, day), [.. DecidedBy(day).Select(d => d.AsOf(day))], VersionOn(day));

    public bool IsWithdrawnOn(DateOnly day) => DecidedBy(day).Any(d => d.StepCode == WithdrawCode);

    /// <summary>Whether the steering body had decided by a day to begin without the version of that day.</summary>
    public bool StartedAtOwnRiskBy(DateOnly day) => DecidedBy(day).Any(d => d.StepCode == OwnRiskCode && d.VersionNumber == VersionOn(day));

    private IEnumerable<RoundDecision> DecidedBy(DateOnly day) => _decisions.Where(d => d.DecidedOn <= day);
}
