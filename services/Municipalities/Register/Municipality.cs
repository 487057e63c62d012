using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>A count of young people on a reference date, with the age group as its source labels it.</summary>
internal sealed record YouthCount
{
    public required DateOnly ReferenceDate { get; init; }

    public required int Persons { get; init; }

    public required string AgeLabel { get; init; }

    public required Source Source { get; init; }
}

/// <summary>One municipality in one region for a period. At most one region of a kind on a day.</summary>
internal sealed record Membership
{
    public required string RegionId { get; init; }

    public required RegionKind RegionKind { get; init; }

    public required Validity Validity { get; init; }

    public required Source Source { get; init; }

    /// <summary>What a reader must know, such as a source that says otherwise; often empty.</summary>
    public required string Remark { get; init; }
}

/// <summary>All that is published about one municipality.</summary>
internal sealed record MunicipalityFacts(
    string Name,
    int Rank,
    Source Source,
    IReadOnlyList<YouthCount> YouthCounts,
    IReadOnlyList<Membership> Memberships);

/// <summary>A municipality (gemeente): its name, place in the stored order, youth counts and memberships.</summary>
internal sealed class Municipality
{
    private readonly List<YouthCount> _youthCounts = [];
    private readonly List<Membership> _memberships = [];

    private Municipality(string id) => Id = id;

    /// <summary>CBS code, such as GM0106.</summary>
    public string Id { get; }

    public string Name { get; private set; } = "";

    /// <summary>Place in the stored order, which also breaks ties when costs are shared out.</summary>
    public int Rank { get; private set; }

    /// <summary>Where the id and the name are published.</summary>
    public Source Source { get; private set; } = new("", "");

    public long Version { get; private set; }

    public IReadOnlyList<YouthCount> YouthCounts => _youthCounts;

    public IReadOnlyList<Membership> Memberships => _memberships;

    public static Municipality Register(string id) =>
        MunicipalityId.IsWellFormed(id) ? new Municipality(id) : throw new DomainException(RegisterRules.MunicipalityIdMalformed, "id");

    /// <summary>Takes over what is published. Says whether anything was new; only then the version rises.</summary>
    public bool Record(MunicipalityFacts facts)
    {
        RefuseOverlap(facts.Memberships);
        if (Version > 0 && SameAs(facts))
            return false;
        Name = facts.Name;
        Rank = facts.Rank;
        Source = facts.Source;
        Replace(_youthCounts, facts.YouthCounts);
        Replace(_memberships, facts.Memberships);
        Version++;
        return true;
    }

    private static void RefuseOverlap(IReadOnlyList<Membership> memberships)
    {
        foreach (var kind in memberships.GroupBy(m => m.RegionKind))
        {
            var ordered = kind.OrderBy(m => m.Validity.From).ToList();
            if (ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Validity.Overlaps(pair.Second.Validity)))
                throw new DomainException(RegisterRules.MembershipOverlaps, "memberships");
        }
    }

    private static void Replace<T>(List<T> current, IReadOnlyList<T> next)
    {
        current.RemoveAll(item => !next.Contains(item));
        current.AddRange(next.Where(item => !current.Contains(item)));
    }

    private bool SameAs(MunicipalityFacts facts) =>
        Name == facts.Name
        && Rank == facts.Rank
        && Source == facts.Source
        && _youthCounts.ToHashSet().SetEquals(facts.YouthCounts)
        && _memberships.ToHashSet().SetEquals(facts.Memberships);
}
