using System.Collections.Frozen;
using Regio.Municipalities.Costs;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Register;

/// <summary>A membership with the municipality it is of.</summary>
internal sealed record MembershipOf(Municipality Municipality, Membership Membership);

/// <summary>The whole register with its history as it was read at one moment; answers questions as of a date.</summary>
internal sealed class RegisterSnapshot
{
    private readonly FrozenDictionary<string, Municipality> _municipalities;
    private readonly FrozenDictionary<string, Region> _regions;
    private readonly IReadOnlyList<AllocationKey> _keys;
    private readonly IReadOnlyList<MembershipOf> _memberships;
    private readonly IReadOnlyList<Municipality> _ended;

    public RegisterSnapshot(IEnumerable<Municipality> municipalities, IEnumerable<Region> regions, IReadOnlyList<AllocationKey> keys)
    {
        InStoredOrder = [.. municipalities.OrderBy(m => m.Rank)];
        RegionsByCode = [.. regions.OrderBy(r => r.Id, StringComparer.Ordinal)];
        _keys = keys;
        _municipalities = InStoredOrder.ToFrozenDictionary(m => m.Id);
        _ended = [.. InStoredOrder.Where(m => m.EndedOn is not null)];
        _regions = RegionsByCode.ToFrozenDictionary(r => r.Id);
        _memberships =
        [
            .. InStoredOrder
                .SelectMany(m => m.Memberships.Select(membership => new MembershipOf(m, membership)))
                .OrderBy(m => m.Membership.RegionId, StringComparer.Ordinal)
                .ThenBy(m => m.Municipality.Rank),
        ];
    }

    public IReadOnlyList<Municipality> InStoredOrder { get; }

    public IReadOnlyList<Region> RegionsByCode { get; }

    /// <summary>Roles of municipalities for regions, past and present, by region and kind.</summary>
    public IReadOnlyList<RegionRole> RegionRoles { get; init => field = [.. value.OrderBy(r => r.RegionId, StringComparer.Ordinal).ThenBy(r => r.Kind)]; } = [];

    /// <summary>The ledger of contradictions, in its order.</summary>
    public IReadOnlyList<Claim> Claims { get; init => field = [.. value.OrderBy(c => c.LedgerKey, StringComparer.Ordinal)]; } = [];

    /// <summary>The municipality with this id; <paramref name="field"/> is the path of the request that named it.</summary>
    public Municipality Municipality(string id, string field) =>
        _municipalities.TryGetValue(id, out var found)
            ? found
            : throw new DomainException(RegisterRules.MunicipalityUnknown, field, Metadata("municipality_id", id));

    /// <summary>Who stands in the place of a municipality on a day: itself, or the one that it went over into, and so on.</summary>
    public Municipality OnDay(Municipality municipality, DateOnly day)
    {
        while (municipality.EndedOn <= day && _municipalities.TryGetValue(municipality.SuccessorId!, out var successor))
            municipality = successor;
        return municipality;
    }

    /// <summary>Whether any municipality went over into another by a day.</summary>
    public bool HasEnded(DateOnly day) => _ended.Any(m => m.EndedOn <= day);

    /// <summary>Those that went over into a municipality by a day, also by way of another.</summary>
    public IReadOnlyList<Municipality> GoneOverInto(Municipality municipality, DateOnly day) =>
        [.. _ended.Where(m => m.EndedOn <= day && m != municipality && OnDay(m, day) == municipality)];

    /// <summary>How many young people live where a municipality is on a day, by counts up to a reference date; null when not known.</summary>
    public YouthOfArea? YouthOf(Municipality municipality, DateOnly day, DateOnly counted) =>
        municipality.EndedOn <= day ? null : YouthOfArea.Known(municipality, GoneOverInto(municipality, day), counted);

    /// <summary>Who has which role for a region on a day, and which roles fell vacant; by region and kind.</summary>
    public IEnumerable<RoleHolding> RolesOn(DateOnly day) => RegionRoles.Where(r => r.Validity.Contains(day)).Select(r => r.HeldOn(day, this));

    public void RequireRegion(string id, string field) => Region(id, field);

    /// <summary>The region with this id; <paramref name="field"/> is the path of the request that named it.</summary>
    public Region Region(string id, string field) =>
        _regions.TryGetValue(id, out var found)
            ? found
            : throw new DomainException(RegisterRules.RegionUnknown, field, Metadata("region_id", id));

    /// <summary>The memberships of a day, apart from those for one product group or kind of care alone.</summary>
    public IEnumerable<MembershipOf> MembershipsOn(DateOnly day) => MembershipsOn(day, MembershipScope.General);

    /// <summary>The memberships that hold on a day for a scope: of those that cover it the narrowest of each municipality and kind.</summary>
    public IEnumerable<MembershipOf> MembershipsOn(DateOnly day, MembershipScope scope) => scope == MembershipScope.General
        ? AllMembershipsOn(day).Where(m => m.Membership.Scope == scope)
        : AllMembershipsOn(day).Where(m => m.Membership.Scope.Covers(scope))
            .GroupBy(m => (m.Municipality, m.Membership.RegionKind))
            .Select(same => same.OrderByDescending(m => m.Membership.ProductGroup.Length > 0).ThenByDescending(m => m.Membership.Care != MembershipCare.All).First())
            .OrderBy(m => m.Membership.RegionId, StringComparer.Ordinal).ThenBy(m => m.Municipality.Rank);

    /// <summary>CBS codes of the members of a region on a day, in the stored order.</summary>
    public IReadOnlyList<string> MembersOn(string regionId, DateOnly day) =>
        [.. MembershipsOn(day).Where(m => m.Membership.RegionId == regionId).Select(m => m.Municipality.Id)];

    /// <summary>All memberships of a day, those for one product group or kind of care beside the others.</summary>
    public IEnumerable<MembershipOf> AllMembershipsOn(DateOnly day) => _memberships.Where(m => m.Membership.Validity.Contains(day));

    public AllocationKey KeyInForce(string purpose, DateOnly day) =>
        _keys.FirstOrDefault(k => k.State == AllocationKeyState.Adopted && k.Purpose == purpose && k.Validity.Contains(day))
        ?? throw new DomainException(CostRules.AllocationKeyUnknown, "purpose", new Dictionary<string, string>
        {
            ["purpose"] = purpose,
            ["as_of"] = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        });

    /// <summary>The key with this id, adopted or draft; <paramref name="field"/> is the path of the request that named it.</summary>
    public AllocationKey Key(string id, string field) =>
        _keys.FirstOrDefault(k => k.Id.ToString("D") == id)
        ?? throw new DomainException(CostRules.AllocationKeyUnknown, field, Metadata("allocation_key_id", id));

    private static Dictionary<string, string> Metadata(string name, string value) => new() { [name] = value };
}
