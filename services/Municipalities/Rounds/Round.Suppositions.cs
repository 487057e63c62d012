namespace Regio.Municipalities.Rounds;

/// <summary>A decision that is only supposed.</summary>
internal sealed record SupposedVote(string BodyId, string StepCode, bool Adopts);

/// <content>What would become of the round if.</content>
internal sealed partial class Round
{
    /// <summary>Where the current version would stand if these decisions were the last of their bodies. Nothing changes.</summary>
    public Standing Suppose(IReadOnlyList<SupposedVote> votes) => Standing(votes.Select((vote, index) =>
    {
        Body(vote.BodyId, $"what_if[{index}].body_id");
        return new RoundDecision
        {
            Number = _decisions.Count + 1 + index,
            BodyId = vote.BodyId,
            StepCode = StepOf(vote.StepCode, vote.BodyId, $"what_if[{index}].step_code").Code,
            Outcome = vote.Adopts ? DecisionOutcome.Adopted : DecisionOutcome.Rejected,
            DecidedOn = DateOnly.MaxValue,
            LiteralText = "",
            ContentHash = "",
            VersionNumber = VersionNumber,
            BlockedStep = "",
            WithoutMandate = "",
            Flags = [],
            RecordedAt = CreatedAt,
            RecordedBy = "",
        };
    }));
}
