using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>What a municipality does for a region; the numbers are those of the messages.</summary>
internal enum RegionRoleKind
{
    CoordinatingMunicipality = 1,
    PoliticalContact = 2,
    Treasurer = 3,
    Purchaser = 4,
}

/// <summary>How exactly a source gives a day; the numbers are those of the messages.</summary>
internal enum DatePrecision
{
    Day = 1,
    Month = 2,
    Quarter = 3,
    Season = 4,
    Year = 5,
    By = 6,
    From = 7,

    /// <summary>Nothing is known; the day is only a bound.</summary>
    Unknown = 8,
}

/// <summary>The role of a municipality for a region during a period. At most one municipality per role and day.</summary>
internal sealed record RegionRole
{
    public required string RegionId { get; init; }

    public required RegionRoleKind Kind { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>Reckoned with the first day that a vague date can be.</summary>
    public required Validity Validity { get; init; }

    public required DatePrecision StartPrecision { get; init; }

    /// <summary>Null while the end is open.</summary>
    public DatePrecision? EndPrecision { get; init; }

    public required Source Source { get; init; }

    public required string Remark { get; init; }

    /// <summary>When it was recorded here; null for one that was published.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>When it turned out otherwise; null while it holds. What was known before can be asked.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>
    /// Begins among the roles of the same kind for the same region, of which one municipality has it on a day.
    /// </summary>
    /// <param name="known">Those that hold.</param>
    /// <param name="region">The region.</param>
    /// <param name="endsPrevious">Whether the one that is held on its first day ends there; without it an overlap is refused.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The one that ended, as it is now; null: none.</returns>
    public RegionRole? BeginAmong(IReadOnlyCollection<RegionRole> known, Region region, bool endsPrevious, DateTimeOffset now)
    {
        if (!region.Validity.Contains(Validity))
            throw RegisterRules.RoleOutside(region);
        var previous = endsPrevious ? known.FirstOrDefault(r => r.Validity.From < Validity.From && r.Validity.Contains(Validity.From)) : null;
        if (known.FirstOrDefault(r => r != previous && r.Validity.Overlaps(Validity)) is { } other)
            throw new DomainException(RegisterRules.RoleHeld, "role.period", new Dictionary<string, string> { ["municipality_id"] = other.MunicipalityId });
        return previous?.EndOn(Validity.From, StartPrecision, now);
    }

    /// <summary>Ends on a day within its period. The one that was known stays as what was known before.</summary>
    public RegionRole EndOn(DateOnly day, DatePrecision precision, DateTimeOffset now)
    {
        var ended = this with { Validity = new Validity(Validity.From, day), EndPrecision = precision, RecordedAt = now };
        SupersededAt = now;
        return ended;
    }

    /// <summary>
    /// Who has the role on a day of its period. Of a municipality that went over into another the other has it from that day, as
    /// it has its other rights and duties (Wet algemene regels herindeling article 44), if it belongs to the region. The political
    /// contact is an alderman, who leaves with the municipality: that role falls vacant.
    /// </summary>
    public RoleHolding HeldOn(DateOnly day, RegisterSnapshot register)
    {
        var holding = new RoleHolding(this, register.Municipality(MunicipalityId, "municipality_id"), Validity);
        while (holding.Holder is { EndedOn: { } end, SuccessorId: { } successorId } && !(Validity.Until <= end))
        {
            if (day < end)
                return holding with { Validity = new Validity(holding.Validity.From, end) };
            var rest = new Validity(end > Validity.From ? end : Validity.From, Validity.Until);
            var successor = register.Municipality(successorId, "municipality_id");
            if (Kind == RegionRoleKind.PoliticalContact || !register.MembersOn(RegionId, end).Contains(successor.Id))
                return holding with { Validity = rest, IsVacant = true };
            holding = new RoleHolding(this, successor, rest) { Predecessor = holding.Holder };
        }

        return holding;
    }
}

/// <summary>Who has a role for how long.</summary>
/// <param name="Role">The role.</param>
/// <param name="Holder">Who has it, or who had it last where it is vacant.</param>
/// <param name="Validity">How long it has it, or how long the role is vacant.</param>
internal sealed record RoleHolding(RegionRole Role, Municipality Holder, Validity Validity)
{
    /// <summary>The municipality that it took the role over from; null: none.</summary>
    public Municipality? Predecessor { get; init; }

    /// <summary>Whether nobody has the role.</summary>
    public bool IsVacant { get; init; }

    /// <summary>A day of a merger is exact.</summary>
    public DatePrecision StartPrecision => Validity.From == Role.Validity.From ? Role.StartPrecision : DatePrecision.Day;

    /// <summary>Null while the end is open.</summary>
    public DatePrecision? EndPrecision => Validity.Until == Role.Validity.Until ? Role.EndPrecision : DatePrecision.Day;
}
