using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Rounds;

/// <summary>What a round is, from its drafting on.</summary>
internal sealed record RoundIdentity(RoundKind Kind, string RegionId, string SteeringBodyId, string Subject, string Reference);

/// <summary>What other services hear of a round.</summary>
internal enum RoundNews
{
    Adopted = 1,
    AdoptionLapsed = 2,
    Reopened = 3,
}

/// <summary>
/// A decision round (besluitronde): one text, the bodies that say something about it, and the steps by which they adopt it.
/// Its other parts stand in the files beside it that begin with Round and a dot.
/// </summary>
internal sealed partial class Round
{
    private readonly List<DecisionStep> _steps = [];
    private readonly List<RoundBody> _bodies = [];
    private readonly List<RoundText> _texts = [];
    private readonly List<RoundView> _views = [];
    private readonly List<RoundDecision> _decisions = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly List<Duty> _duties = [];
    private readonly List<RoundNews> _news = [];

    private Round(Guid id) => Id = id;

    public Guid Id { get; }

    public RoundKind Kind { get; private init; }

    public string RegionId { get; private init; } = "";

    /// <summary>The body that re-opens, withdraws and rules.</summary>
    public string SteeringBodyId { get; private init; } = "";

    /// <summary>What is decided, in Dutch.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Kenmerk; null when it has none.</summary>
    public string? Reference { get; private init; }

    public bool AsksPublicComment { get; private init; }

    public BodyKinds ViewsOf { get; private init; }

    public RoundState State { get; private set; } = RoundState.Draft;

    /// <summary>Number of the current version of the text, from 1.</summary>
    public int VersionNumber { get; private set; } = 1;

    /// <summary>Whether views are asked on the current version.</summary>
    public bool AsksViews { get; private set; }

    public DateOnly? CommentsDueOn { get; private set; }

    public DateOnly? ViewsDueOn { get; private set; }

    public DateOnly? DecisionsDueOn { get; private set; }

    /// <summary>The last version that was adopted and not undone; null while there is none.</summary>
    public int? VersionInForce { get; private set; }

    /// <summary>Day of the decision that completed that adoption.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>Row version.</summary>
    public long Version { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public IReadOnlyList<DecisionStep> Steps => _steps;

    public IReadOnlyList<RoundBody> Bodies => _bodies;

    public IReadOnlyList<RoundText> Texts => _texts;

    public IReadOnlyList<RoundView> Views => _views;

    public IReadOnlyList<RoundDecision> Decisions => _decisions;

    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    public IReadOnlyList<Duty> Duties => _duties;

    /// <summary>What happened since the round was loaded that others want to hear.</summary>
    public IReadOnlyList<RoundNews> News => _news;

    public static Round Draft(Guid id, RoundIdentity identity, RoundPolicy policy, IReadOnlyList<RoundBody> bodies, string by, DateTimeOffset now)
    {
        var round = new Round(id)
        {
            Kind = identity.Kind,
            RegionId = identity.RegionId,
            SteeringBodyId = identity.SteeringBodyId,
            Subject = identity.Subject,
            Reference = identity.Reference.Length == 0 ? null : identity.Reference,
            AsksPublicComment = policy.PublicComment,
            ViewsOf = policy.ViewsOf,
            AsksViews = policy.ViewsOf != BodyKinds.None,
            CreatedAt = now,
            CreatedBy = by,
        };
        round._bodies.AddRange(bodies);
        round._steps.AddRange(policy.Steps.Select(step => WithThreshold(step, bodies)));
        round.Settle();
        return round;
    }

    /// <summary>Where the adoption of the current version stands.</summary>
    /// <param name="supposed">Decisions that are only supposed.</param>
    public Standing Standing(params IEnumerable<RoundDecision> supposed) =>
        Rounds.Standing.Of(_steps, Members, [.. _decisions, .. supposed], VersionNumber);

    public RoundBody? FindBody(string bodyId) => _bodies.Find(b => b.BodyId == bodyId);

    /// <summary>The body that something is asked of or supposed about; one that ended can do nothing any more.</summary>
    public RoundBody Body(string bodyId, string field)
    {
        var body = FindBody(bodyId) ?? throw new DomainException(RoundRules.BodyUnknown, field, new Dictionary<string, string> { ["body_id"] = bodyId });
        if (body.EndedOn is not { } end)
            return body;
        throw new DomainException(RoundRules.BodyEnded, field, new Dictionary<string, string>
        {
            ["body_id"] = bodyId,
            ["end_date"] = Text(end),
            ["successor_body_id"] = body.SuccessorBodyId ?? "",
        });
    }

    /// <summary>An adoption stands on the bodies of its day: a merger after it takes nothing away.</summary>
    private RoundMembers Members => new(_bodies, State == RoundState.Adopted ? AdoptedOn : null);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DecisionStep WithThreshold(DecisionStep step, IReadOnlyList<RoundBody> bodies)
    {
        var taking = bodies.Count(b => step.BodyKinds.HasFlag(b.Kind));
        if (taking == 0)
            throw new DomainException(RoundRules.WithoutBodies, "region_id", new Dictionary<string, string> { ["step"] = step.Code });
        if (step.Required > taking)
        {
            throw new DomainException(RoundRules.ThresholdOutOfRange, $"policy.steps[{step.Position - 1}].threshold", new Dictionary<string, string>
            {
                ["step"] = step.Code,
                ["bodies"] = taking.ToString(CultureInfo.InvariantCulture),
            });
        }

        return step with { Required = step.Required == 0 ? taking : step.Required };
    }

    /// <summary>
    /// Ends every change: the state follows from the decisions and never the other way round, so that no order of facts can
    /// leave a round adopted below its threshold.
    /// </summary>
    private void Settle()
    {
        if (State is RoundState.ToAdopt or RoundState.Adopted or RoundState.NotAdopted)
        {
            Move(Standing().State);
            // An adoption that lapsed is judged by the bodies of now, no longer by those of its day.
            Move(Standing().State);
        }

        var standing = Standing();
        var counting = standing.Counting.ToHashSet();
        foreach (var decision in _decisions)
            decision.Counts = counting.Contains(decision);
        RenewDuties(standing);
        Version++;
    }

    private void Move(RoundState next)
    {
        if (State != RoundState.Adopted && next == RoundState.Adopted)
        {
            VersionInForce = VersionNumber;
            AdoptedOn = AdoptionDay(VersionNumber);
            _news.Add(RoundNews.Adopted);
        }
        else if (State == RoundState.Adopted && next != RoundState.Adopted)
        {
            FallBack();
            _news.Add(RoundNews.AdoptionLapsed);
        }

        State = next;
    }

    /// <summary>What was adopted before is in force again, since only the adoption that lapsed had taken its place.</summary>
    private void FallBack()
    {
        VersionInForce = null;
        AdoptedOn = null;
        for (var version = VersionNumber - 1; version >= 1 && VersionInForce is null; version--)
        {
            AdoptedOn = AdoptionDay(version);
            VersionInForce = AdoptedOn is null ? null : version;
        }
    }
}
