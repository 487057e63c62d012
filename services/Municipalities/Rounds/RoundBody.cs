namespace Regio.Municipalities.Rounds;

/// <summary>Sorts of bodies; a step or a policy names several of them.</summary>
[Flags]
internal enum BodyKinds
{
    None = 0,
    Council = 1,
    Executive = 2,
    AdvisoryCouncil = 4,
    SteeringBody = 8,
}

/// <summary>
/// Who a body is: a sort within a municipality or a region, written GM0106:council or JHRD:ABO. The scope is part of the
/// id, since two regions each have an "ABO".
/// </summary>
internal sealed record BodyId(BodyKinds Kind, string Scope)
{
    private static readonly Dictionary<string, BodyKinds> Words = new(StringComparer.Ordinal)
    {
        ["council"] = BodyKinds.Council,
        ["executive"] = BodyKinds.Executive,
        ["advisory-council"] = BodyKinds.AdvisoryCouncil,
        ["ABO"] = BodyKinds.SteeringBody,
    };

    /// <summary>CBS code of the municipality; null for a body of a region.</summary>
    public string? MunicipalityId => Kind == BodyKinds.SteeringBody ? null : Scope;

    public static BodyId Of(BodyKinds kind, string scope) => new(kind, scope);

    /// <summary>The id that a text stands for; null when it stands for none.</summary>
    public static BodyId? Parse(string text) =>
        text.Split(':') is [{ Length: > 0 } scope, var word] && Words.TryGetValue(word, out var kind) ? new BodyId(kind, scope) : null;

    /// <summary>How the ids of a sort of bodies end.</summary>
    public static string SuffixOf(BodyKinds kind) => $":{Words.Single(pair => pair.Value == kind).Key}";

    public override string ToString() => Scope + SuffixOf(Kind);

    /// <summary>What the body is called, in Dutch.</summary>
    /// <param name="scopeName">Name of its municipality or region.</param>
    public string Name(string scopeName) => Kind switch
    {
        BodyKinds.Council => $"gemeenteraad van {scopeName}",
        BodyKinds.Executive => $"college van {scopeName}",
        BodyKinds.AdvisoryCouncil => $"adviesraad sociaal domein van {scopeName}",
        _ => $"ABO {scopeName}",
    };
}

/// <summary>A body that takes part in a round, as it was when the round was drafted.</summary>
internal sealed class RoundBody
{
    public required string BodyId { get; init; }

    public required BodyKinds Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>CBS code; null for a body of the region.</summary>
    public string? MunicipalityId { get; init; }

    /// <summary>Place in lists.</summary>
    public required int Rank { get; init; }

    /// <summary>First day on which it takes part, when it took the place of others; null for who took part from the drafting on.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>First day without it, since its municipality went over into another; null while it is there.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The body that took its place; null when none did.</summary>
    public string? SuccessorBodyId { get; private set; }

    /// <summary>The meeting in which it will decide, when known.</summary>
    public DateOnly? PlannedOn { get; private set; }

    /// <summary>Whether it takes part on a day; null: now.</summary>
    public bool TakesPart(DateOnly? day) => day is { } asked ? !(FromOn > asked) && !(EndedOn <= asked) : EndedOn is null;

    public void Plan(DateOnly? day) => PlannedOn = day;

    public void GoOver(DateOnly on, RoundBody? successor) => (EndedOn, SuccessorBodyId, PlannedOn) = (on, successor?.BodyId, null);
}
