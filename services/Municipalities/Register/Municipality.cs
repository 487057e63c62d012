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

    /// <summary>Whether it was recorded here, so that published facts no longer replace it.</summary>
    public bool IsRecorded { get; init; }
}

/// <summary>All that is published about one municipality.</summary>
internal sealed record MunicipalityFacts(
    string Name,
    int Rank,
    Source Source,
    IReadOnlyList<YouthCount> YouthCounts,
    IReadOnlyList<Membership> Memberships)
{
    /// <summary>First day of one that others went over into; null for one that was there before.</summary>
    public DateOnly? BeganOn { get; init; }

    /// <summary>First day on which it is no longer there; null while it is.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>CBS code of the municipality that it went over into.</summary>
    public string? SuccessorId { get; init; }
}

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

    /// <summary>Whether memberships were recorded here, which published facts no longer replace.</summary>
    public bool KeepsMemberships { get; private set; }

    /// <summary>First day of one that others went over into; null for one that was there before.</summary>
    public DateOnly? BeganOn { get; private set; }

    /// <summary>First day on which it is no longer there; null while it is.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>CBS code of the municipality that it went over into.</summary>
    public string? SuccessorId { get; private set; }

    /// <summary>All that is known of it now.</summary>
    public MunicipalityFacts Facts => new(Name, Rank, Source, [.. _youthCounts], [.. _memberships])
    {
        BeganOn = BeganOn, EndedOn = EndedOn, SuccessorId = SuccessorId,
    };

    public IReadOnlyList<YouthCount> YouthCounts => _youthCounts;

    public IReadOnlyList<Membership> Memberships => _memberships;

    public static Municipality Register(string id) =>
        MunicipalityId.IsWellFormed(id) ? new Municipality(id) : throw new DomainException(RegisterRules.MunicipalityIdMalformed, "id");

    /// <summary>Takes over what is published. Says whether anything was new; only then the version rises.</summary>
    public bool Record(MunicipalityFacts facts)
    {
        RefuseOverlap(facts.Memberships);
        if (KeepsMemberships)
            facts = facts with { Memberships = [.. _memberships] };
        if (_youthCounts.Exists(c => c.IsRecorded))
            facts = facts with { YouthCounts = [.. facts.YouthCounts.Where(c => CountOn(c.ReferenceDate) is not { IsRecorded: true }), .. _youthCounts.Where(c => c.IsRecorded)] };
        if (Version > 0 && SameAs(facts))
            return false;
        Name = facts.Name;
        Rank = facts.Rank;
        Source = facts.Source;
        Replace(_youthCounts, facts.YouthCounts);
        Replace(_memberships, facts.Memberships);
        // That it began or ended is recorded and never published again, so published facts do not undo it.
        (BeganOn, EndedOn, SuccessorId) = (facts.BeganOn ?? BeganOn, facts.EndedOn ?? EndedOn, facts.SuccessorId ?? SuccessorId);
        Version++;
        return true;
    }

    /// <summary>A municipality that others go over into on a day; it belongs to the regions given from that day on.</summary>
    public static Municipality Succeeding(string id, string name, int rank, Source source, DateOnly on, IEnumerable<Region> regions)
    {
        var municipality = Register(id);
        municipality.Record(new MunicipalityFacts(name, rank, source, [],
        [
            .. regions.Select(region => new Membership
            {
                RegionId = region.Id, RegionKind = region.Kind, Validity = new Validity(on, null), Source = source, Remark = "",
            }),
        ]) { BeganOn = on });
        municipality.KeepsMemberships = true;
        return municipality;
    }

    /// <summary>Records that it goes over into another on a day: its memberships end with it, and what was planned for later falls away.</summary>
    /// <returns>The memberships that ended.</returns>
    public IReadOnlyList<Membership> GoOver(string successorId, DateOnly on, string field)
    {
        RequireThere(on, field);
        _memberships.RemoveAll(m => m.Validity.From >= on);
        var ended = Change([.. _memberships.Where(m => m.Validity.Contains(on)).Select(m => (m, m.EndingOn(on)))]);
        (EndedOn, SuccessorId) = (on, successorId);
        return ended;
    }

    /// <summary>Whether it is there on a day.</summary>
    public bool IsThereOn(DateOnly day) => !(BeganOn > day) && !(EndedOn <= day);

    /// <summary>The count of a reference date; null where none is published for it.</summary>
    public YouthCount? CountOn(DateOnly referenceDate) => _youthCounts.Find(c => c.ReferenceDate == referenceDate);

    /// <summary>Records a count of young people; it corrects one of the same reference date.</summary>
    /// <returns>Whether that was new; only then the version rises.</returns>
    public bool Count(YouthCount count, string field)
    {
        RequireThere(count.ReferenceDate, field);
        var known = CountOn(count.ReferenceDate);
        if (known == count)
            return false;
        if (known is not null)
            _youthCounts.Remove(known);
        _youthCounts.Add(count);
        Version++;
        return true;
    }

    /// <summary>Refuses a municipality that has ended by a day.</summary>
    public void RequireThere(DateOnly day, string field)
    {
        if (EndedOn <= day)
            throw new DomainException(RegisterRules.MunicipalityEnded, field, new Dictionary<string, string>
            {
                ["municipality_id"] = Id,
                ["end_date"] = EndedOn.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["successor_id"] = SuccessorId!,
            });
    }

    /// <summary>Records that it belongs to a region for a period.</summary>
    /// <param name="next">The membership.</param>
    /// <param name="region">The region that it names.</param>
    /// <param name="endsPrevious">Whether the one that holds on its first day ends there; without it an overlap is refused.</param>
    /// <returns>What is new, after what ended with it.</returns>
    public IReadOnlyList<Membership> Join(Membership next, Region region, bool endsPrevious)
    {
        if (EndedOn is { } end && (next.Validity.Until is null || next.Validity.Until > end))
            RequireThere(end, "membership.period");
        if (!region.Validity.Contains(next.Validity))
            throw RegisterRules.OutsideRegion(region, "membership.period");
        if (next.Scope != MembershipScope.General && next.RegionKind != RegionKind.Procurement)
            throw new DomainException(RegisterRules.MembershipNotDivided, "membership.region_id");
        var previous = endsPrevious
            ? _memberships.Find(m => m.CompetesWith(next) && m.Validity.From < next.Validity.From && m.Validity.Contains(next.Validity.From))
            : null;
        if (_memberships.Find(m => m != previous && m.CompetesWith(next) && m.Validity.Overlaps(next.Validity)) is { } other)
            throw new DomainException(RegisterRules.MembershipOverlaps, "membership.period", new Dictionary<string, string> { ["region_id"] = other.RegionId });
        return Change(previous is null ? [] : [(previous, previous.EndingOn(next.Validity.From))], next);
    }

    /// <summary>Records that it no longer belongs to a region from a day on.</summary>
    public Membership Leave(string regionId, MembershipScope scope, DateOnly on)
    {
        var running = _memberships.Find(m => m.RegionId == regionId && m.Scope == scope && m.Validity.Contains(on.AddDays(-1)) && m.Validity.From < on)
            ?? throw new DomainException(RegisterRules.MembershipNotRunning, "end_date");
        var ended = running.EndingOn(on);
        Change([(running, ended)]);
        return ended;
    }

    private IReadOnlyList<Membership> Change(IReadOnlyList<(Membership Before, Membership After)> ended, params IReadOnlyList<Membership> begun)
    {
        foreach (var (before, after) in ended)
        {
            _memberships.Remove(before);
            _memberships.Add(after);
        }

        _memberships.AddRange(begun);
        KeepsMemberships = true;
        Version++;
        return [.. ended.Select(e => e.After), .. begun];
    }

    private static void RefuseOverlap(IReadOnlyList<Membership> memberships)
    {
        foreach (var kind in memberships.GroupBy(m => (m.RegionKind, m.Scope)))
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
