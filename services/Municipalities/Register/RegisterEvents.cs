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
        Memberships = [.. municipality.Memberships.OrderBy(m => m.Validity.From).Select(m => Recorded(m, regions[m.RegionId]))],
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
