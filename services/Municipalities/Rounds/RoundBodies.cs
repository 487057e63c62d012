using Regio.Municipalities.Register;

namespace Regio.Municipalities.Rounds;

/// <summary>Who takes part in a round: the bodies that its policy names, in every municipality that belongs to the region that day.</summary>
internal static class RoundBodies
{
    private static readonly BodyKinds[] OfMunicipalities = [BodyKinds.Council, BodyKinds.Executive, BodyKinds.AdvisoryCouncil];

    public static IReadOnlyList<RoundBody> Of(Region region, IEnumerable<Municipality> members, RoundPolicy policy)
    {
        var kinds = policy.Steps.Aggregate(policy.ViewsOf, (all, step) => all | step.BodyKinds);
        // The steering body always takes part: it re-opens, withdraws and rules. A college is there to follow up what its council asks.
        var bodies = new List<RoundBody> { Body(BodyId.Of(BodyKinds.SteeringBody, region.Id), region.Name, rank: 0) };
        bodies.AddRange(
            from municipality in members
            from kind in OfMunicipalities
            where (kinds | BodyKinds.Executive).HasFlag(kind)
            select Body(BodyId.Of(kind, municipality.Id), municipality.Name, municipality.Rank));
        return bodies;
    }

    private static RoundBody Body(BodyId id, string scopeName, int rank) => new()
    {
        BodyId = id.ToString(),
        Kind = id.Kind,
        Name = id.Name(scopeName),
        MunicipalityId = id.MunicipalityId,
        Rank = rank,
    };
}
