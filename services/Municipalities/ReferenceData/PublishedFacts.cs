using Regio.Municipalities.Costs;
using Regio.Municipalities.Glossary;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.ReferenceData;

/// <summary>The reference files put together as the domain takes them.</summary>
internal static class PublishedFacts
{
    public static IReadOnlyList<Region> Regions() =>
    [
        .. ReferenceFiles.Regions().Select(row => new Region
        {
            Id = row.Id,
            Name = row.Name,
            Kind = RegionKinds.Parse(row.Kind),
            Validity = new Validity(row.ValidFrom, row.ValidUntil),
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    public static IReadOnlyDictionary<string, MunicipalityFacts> Municipalities()
    {
        var kinds = Regions().ToDictionary(r => r.Id, r => r.Kind);
        var counts = ReferenceFiles.YouthCounts().ToLookup(row => row.MunicipalityId, ToCount);
        var memberships = ReferenceFiles.Memberships().ToLookup(row => row.MunicipalityId, row => ToMembership(row, kinds[row.RegionId]));
        return ReferenceFiles.Municipalities().ToDictionary(
            row => row.Id,
            row => new MunicipalityFacts(
                row.Name, row.Rank, new Source(row.SourceTitle, row.SourcePlace), [.. counts[row.Id]], [.. memberships[row.Id]]));
    }

    public static IReadOnlyList<AllocationKey> Keys()
    {
        var percentages = ReferenceFiles.KeyPercentages().ToLookup(row => row.AllocationKeyId, ToPercentage);
        return [.. ReferenceFiles.Keys().Select(row => Adopted(row, percentages[row.Id]))];
    }

    public static IReadOnlyList<RegionRole> RegionRoles() =>
    [
        .. ReferenceFiles.RegionRoles().Select(row => new RegionRole
        {
            RegionId = row.RegionId,
            Kind = Enum.Parse<RegionRoleKind>(row.Kind),
            MunicipalityId = row.MunicipalityId,
            Validity = new Validity(row.ValidFrom, row.ValidUntil),
            StartPrecision = Enum.Parse<DatePrecision>(row.StartPrecision),
            EndPrecision = row.EndPrecision.Length == 0 ? null : Enum.Parse<DatePrecision>(row.EndPrecision),
            Source = new Source(row.SourceTitle, row.SourcePlace),
            Remark = row.Remark,
        }),
    ];

    public static IReadOnlyList<Claim> Claims() =>
    [
        .. ReferenceFiles.Claims().Select(row => new Claim
        {
            Topic = row.Topic,
            Statement = row.Statement,
            Value = row.Value,
            SourceTitle = row.SourceTitle,
            SourcePlace = row.SourcePlace,
            Followed = row.Followed,
            Reason = row.Reason,
        }),
    ];

    public static IReadOnlyList<HourRate> HourRates() =>
    [
        .. ReferenceFiles.HourRates().Select(row => new HourRate
        {
            Work = row.Work,
            RateCents = row.RateCents,
            StartsOn = row.StartsOn,
            Source = new Source(row.SourceTitle, row.SourcePlace),
            Remark = row.Remark,
        }),
    ];

    public static IReadOnlyList<GlossaryMeaning> Glossary() =>
    [
        .. ReferenceFiles.Glossary().Select(row => new GlossaryMeaning
        {
            Term = row.Term,
            Code = row.Code,
            Meaning = row.Meaning,
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    private static AllocationKey Adopted(KeyRow row, IEnumerable<KeyPercentage> percentages) => AllocationKey.InForce(
        row.Id, row.Purpose, new Source(row.SourceTitle, row.SourcePlace), row.Remark, percentages, new Validity(row.ValidFrom, row.ValidUntil));

    private static YouthCount ToCount(YouthCountRow row) => new()
    {
        ReferenceDate = row.ReferenceDate,
        Persons = row.Persons,
        AgeLabel = row.AgeLabel,
        Source = new Source(row.SourceTitle, row.SourcePlace),
    };

    private static Membership ToMembership(MembershipRow row, RegionKind kind) => new()
    {
        RegionId = row.RegionId,
        RegionKind = kind,
        Validity = new Validity(row.ValidFrom, row.ValidUntil),
        Source = new Source(row.SourceTitle, row.SourcePlace),
        Remark = row.Remark,
    };

    private static KeyPercentage ToPercentage(KeyPercentageRow row) => new()
    {
        MunicipalityId = row.MunicipalityId,
        Percentage = row.Percentage,
        Rank = row.Rank,
        Source = new Source(row.SourceTitle, row.SourcePlace),
    };
}
