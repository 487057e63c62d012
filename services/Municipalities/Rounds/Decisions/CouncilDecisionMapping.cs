using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>Between decisions and their messages. The numbers of the enums are those of the messages.</summary>
internal static class CouncilDecisionMapping
{
    public static V1.CouncilDecision ToProto(this RoundDecision decision) => new()
    {
        Number = decision.Number,
        BodyId = decision.BodyId,
        StepCode = decision.StepCode,
        Outcome = (V1.DecisionOutcome)decision.Outcome,
        DecidedDate = decision.DecidedOn.ToProto(),
        LiteralText = decision.LiteralText,
        ContentHash = decision.ContentHash,
        VersionNumber = decision.VersionNumber ?? 0,
        RefusalGround = (V1.RefusalGround)decision.RefusalGround.GetValueOrDefault(),
        DeferredUntil = decision.DeferredUntil?.ToProto(),
        BlockedStep = decision.BlockedStep,
        Flags = { decision.Flags },
        Counts = decision.Counts,
        Ruling = (V1.Ruling)decision.Ruling.GetValueOrDefault(),
        RulingReason = decision.RulingReason,
        RecordTime = decision.RecordedAt.ToProto(),
    };

    public static V1.FollowUp ToProto(this FollowUp followUp) => new()
    {
        Number = followUp.Number,
        Kind = (V1.FollowUpKind)followUp.Kind,
        Text = followUp.Text,
        OwnerBodyId = followUp.OwnerBodyId,
        DueDate = followUp.DueOn?.ToProto(),
        SourceNumber = followUp.SourceNumber,
        DoneDate = followUp.DoneOn?.ToProto(),
        DoneNote = followUp.DoneNote,
        Dropped = followUp.Dropped,
    };

    public static DecisionFacts ToDomain(this V1.RecordDecisionRequest request) => new()
    {
        BodyId = request.BodyId,
        StepCode = request.StepCode,
        Outcome = (DecisionOutcome)request.Outcome,
        DecidedOn = request.DecidedDate.ToDateOnly(),
        LiteralText = request.LiteralText.Trim(),
        ContentHash = request.ContentHash,
        RefusalGround = request.RefusalGround == V1.RefusalGround.Unspecified ? null : (RefusalGround)request.RefusalGround,
        DeferredUntil = request.DeferredUntil?.ToDateOnly(),
        BlockedStep = request.BlockedStep.Trim(),
        WithoutMandate = request.WithoutMandate.Trim(),
    };

    /// <summary>What a council asks is followed up by its college, unless somebody else is named.</summary>
    public static FollowUpFacts ToDomain(this V1.FollowUp followUp, string decidingBodyId) => new(
        (FollowUpKind)followUp.Kind,
        followUp.Text.Trim(),
        followUp.OwnerBodyId.Length > 0 ? followUp.OwnerBodyId : Executor(BodyId.Parse(decidingBodyId)!).ToString(),
        followUp.DueDate?.ToDateOnly());

    private static BodyId Executor(BodyId deciding) =>
        deciding.MunicipalityId is { } municipality ? BodyId.Of(BodyKinds.Executive, municipality) : deciding;
}
