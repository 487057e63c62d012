using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Register;

/// <summary>What the register tells the other services.</summary>
internal static class RegisterEvents
{
    public static MunicipalityRecorded Recorded(Municipality municipality, IReadOnlyDictionary<string, Region> regions, DateTimeOffset now) => new()
    {
        MunicipalityId = municipality.Id,
        AggregateVersion = municipality.Version,
        OccurredAt = now,
        Name = municipality.Name,
        Rank = municipality.Rank,
        BeganOn = municipality.BeganOn,
        EndedOn = municipality.EndedOn,
        SuccessorId = municipality.SuccessorId ?? "",
        YouthCounts =
        [
            .. municipality.YouthCounts.OrderBy(c => c.ReferenceDate).Select(c => new RecordedYouthCount
            {
                ReferenceDate = c.ReferenceDate,
                Persons = c.Persons,
                AgeLabel = c.AgeLabel,
                SourceTitle = c.Source.Title,
                SourcePlace = c.Source.Place,
            }),
        ],
        // Areas are made of whole municipalities, so what holds for some of their care is told by MembershipChanged alone.
        Memberships =
        [
            .. municipality.Memberships.Where(m => m.Scope == MembershipScope.General).OrderBy(m => m.Validity.From).Select(m => Recorded(m, regions[m.RegionId])),
        ],
    };

    public static MembershipChanged Changed(Municipality municipality, IEnumerable<Membership> changed, DateTimeOffset now) => new()
    {
        MunicipalityId = municipality.Id,
        AggregateVersion = municipality.Version,
        OccurredAt = now,
        Memberships =
        [
            .. changed.Select(m => new ChangedMembership
            {
                RegionId = m.RegionId,
                RegionKind = m.RegionKind.Word(),
                ProductGroup = m.ProductGroup,
                Care = m.Care switch
                {
                    MembershipCare.Running => "running",
                    MembershipCare.New => "new",
                    _ => "all",
                },
                ValidFrom = m.Validity.From,
                ValidUntil = m.Validity.Until,
            }),
        ],
    };

    private static RecordedMembership Recorded(Membership membership, Region region) => new()
    {
        RegionId = region.Id,
        RegionName = region.Name,
        RegionKind = region.Kind.Word(),
        ValidFrom = membership.Validity.From,
        ValidUntil = membership.Validity.Until,
    };
}
