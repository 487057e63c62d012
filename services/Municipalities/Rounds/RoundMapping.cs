using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Rounds;

/// <summary>Between rounds and their messages. The numbers of the enums are those of the messages.</summary>
internal static class RoundMapping
{
    private static readonly (BodyKinds Kind, V1.BodyKind Proto)[] Kinds =
    [
        (BodyKinds.Council, V1.BodyKind.Council),
        (BodyKinds.Executive, V1.BodyKind.Executive),
        (BodyKinds.AdvisoryCouncil, V1.BodyKind.AdvisoryCouncil),
        (BodyKinds.SteeringBody, V1.BodyKind.SteeringBody),
    ];

    public static V1.Round ToProto(this Round round) => new()
    {
        Id = round.Id.ToString("D"),
        Kind = (V1.RoundKind)round.Kind,
        RegionId = round.RegionId,
        Subject = round.Subject,
        Reference = round.Reference ?? "",
        State = (V1.RoundState)round.State,
        VersionNumber = round.VersionNumber,
        Policy = new V1.RoundPolicy
        {
            PublicComment = round.AsksPublicComment,
            ViewsOf = { round.ViewsOf.ToProto() },
            Steps = { round.Steps.OrderBy(s => s.Position).Select(ToProto) },
        },
        Bodies = { round.Bodies.OrderBy(b => b.Rank).ThenBy(b => b.Kind).Select(ToProto) },
        Texts = { round.Texts.OrderBy(t => t.VersionNumber).ThenBy(t => t.Definitive).ThenBy(t => t.Revision).Select(ToProto) },
        ViewsDueDate = round.ViewsDueOn?.ToProto(),
        DecisionsDueDate = round.DecisionsDueOn?.ToProto(),
        VersionInForce = round.VersionInForce ?? 0,
        AdoptedDate = round.AdoptedOn?.ToProto(),
        Etag = Etag.Of(round.Version),
        CreateTime = round.CreatedAt.ToProto(),
    };

    public static RoundPolicy ToDomain(this V1.RoundPolicy policy) => new(
        policy.PublicComment,
        policy.ViewsOf.ToKinds(),
        [.. policy.Steps.Select((step, index) => ToDomain(step, index + 1))]);

    public static SteeringDecision ToDomain(this V1.SteeringDecision decision) =>
        new(decision.BodyId, decision.DecidedDate.ToDateOnly(), decision.LiteralText.Trim());

    public static BodyKinds ToKind(this V1.BodyKind kind) => Kinds.Single(pair => pair.Proto == kind).Kind;

    private static BodyKinds ToKinds(this IEnumerable<V1.BodyKind> kinds) => kinds.Aggregate(BodyKinds.None, (all, kind) => all | kind.ToKind());

    private static IEnumerable<V1.BodyKind> ToProto(this BodyKinds kinds) => Kinds.Where(pair => kinds.HasFlag(pair.Kind)).Select(pair => pair.Proto);

    private static DecisionStep ToDomain(V1.DecisionStep step, int position) => new()
    {
        Position = position,
        Code = step.Code,
        Title = step.Title.Trim(),
        BodyKinds = step.BodyKinds.ToKinds(),
        Act = (StepAct)step.Act,
        Required = step.Threshold,
        ConditionsCount = step.ConditionsCount,
    };

    private static V1.DecisionStep ToProto(DecisionStep step) => new()
    {
        Code = step.Code,
        Title = step.Title,
        BodyKinds = { step.BodyKinds.ToProto() },
        Act = (V1.StepAct)step.Act,
        Threshold = step.Required,
        ConditionsCount = step.ConditionsCount,
    };

    private static V1.RoundBody ToProto(RoundBody body) => new()
    {
        Id = body.BodyId,
        Name = body.Name,
        Kind = body.Kind.ToProto().Single(),
        MunicipalityId = body.MunicipalityId ?? "",
        PlannedDate = body.PlannedOn?.ToProto(),
        FromDate = body.FromOn?.ToProto(),
        EndDate = body.EndedOn?.ToProto(),
        SuccessorBodyId = body.SuccessorBodyId ?? "",
    };

    private static V1.RoundText ToProto(RoundText text) => new()
    {
        VersionNumber = text.VersionNumber,
        Revision = text.Revision,
        Definitive = text.Definitive,
        ContentHash = text.ContentHash,
        Note = text.Note,
        PublishedDate = text.PublishedOn.ToProto(),
    };
}
