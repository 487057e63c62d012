using System.Text.Json;
using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Rounds;

/// <summary>Tells a round as it stands, without the words of those who take part in it.</summary>
internal static class RoundChangedEvents
{
    public static RoundChanged Of(Round round, DateTimeOffset now) => new()
    {
        RoundId = round.Id,
        AggregateVersion = round.Version,
        OccurredAt = now,
        RegionId = round.RegionId,
        Kind = Word(round.Kind),
        Subject = round.Subject,
        State = Word(round.State),
        VersionNumber = round.VersionNumber,
        VersionInForce = round.VersionInForce ?? 0,
        AdoptedOn = round.AdoptedOn,
        CommentsDueOn = round.CommentsDueOn,
        ViewsDueOn = round.ViewsDueOn,
        DecisionsDueOn = round.DecisionsDueOn,
        Bodies = [.. round.Standing().Steps.SelectMany(step => step.Bodies.Select(body => Body(step.Step, step.Required, body)))],
        Views = [.. OfBodies(round).Select(view => View(round, view))],
        Remarks = [.. OfBodies(round).SelectMany(view => view.Remarks.Select(remark => Remark(view, remark)))],
        FollowUps = [.. round.FollowUps.Select(followUp => FollowUp(round, followUp))],
    };

    /// <summary>What stakeholders say by themselves is no view of a body.</summary>
    private static IEnumerable<RoundView> OfBodies(Round round) => round.Views.Where(view => view.BodyId is not null);

    private static RoundBodyStanding Body(DecisionStep step, int required, BodyStanding standing) => new()
    {
        StepPosition = step.Position,
        StepTitle = step.Title,
        Required = required,
        BodyId = standing.Body.BodyId,
        BodyName = standing.Body.Name,
        MunicipalityId = standing.Body.MunicipalityId ?? "",
        Rank = standing.Body.Rank,
        Outcome = standing.Decision is { } decision ? Word(decision.Outcome) : "",
        Verdict = Word(standing.Verdict),
        DecidedOn = standing.Decision?.DecidedOn,
        PlannedOn = standing.Decision?.DeferredUntil ?? standing.Body.PlannedOn,
    };

    private static RoundViewStanding View(Round round, RoundView view) => new()
    {
        Number = view.Number,
        VersionNumber = view.VersionNumber,
        BodyId = view.BodyId!,
        BodyName = view.Party,
        MunicipalityId = round.FindBody(view.BodyId!)?.MunicipalityId ?? BodyId.Parse(view.BodyId!)?.MunicipalityId ?? "",
        State = Word(view.State),
        ReceivedOn = view.ReceivedOn,
    };

    private static RoundRemarkStanding Remark(RoundView view, Remark remark) => new()
    {
        ViewNumber = view.Number,
        Number = remark.Number,
        Weighing = remark.Weighing is { } weighing ? Word(weighing) : "",
        FollowUpNumber = remark.FollowUpNumber ?? 0,
    };

    private static RoundFollowUpStanding FollowUp(Round round, FollowUp followUp) => new()
    {
        Number = followUp.Number,
        Kind = Word(followUp.Kind),
        OwnerBodyId = round.OwnerNow(followUp)?.BodyId ?? followUp.OwnerBodyId,
        OwnerName = (round.OwnerNow(followUp) ?? round.FindBody(followUp.OwnerBodyId))?.Name ?? followUp.OwnerBodyId,
        AskedByMunicipalityId = AskedBy(round, followUp) is { } body ? BodyId.Parse(body)?.MunicipalityId ?? "" : "",
        DueOn = followUp.DueOn,
        DoneOn = followUp.DoneOn,
        Dropped = followUp.Dropped,
    };

    private static string? AskedBy(Round round, FollowUp followUp) => followUp.Kind == FollowUpKind.CarriedRemark
        ? round.Views.FirstOrDefault(view => view.Number == followUp.SourceNumber)?.BodyId
        : round.Decisions.FirstOrDefault(decision => decision.Number == followUp.SourceNumber)?.BodyId;

    /// <summary>A value as messages write it: adopted-with-remarks.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
