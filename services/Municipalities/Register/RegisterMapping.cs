using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>From the register to its messages.</summary>
internal static class RegisterMapping
{
    public static V1.Municipality ToProto(this Municipality municipality, DateOnly asOf)
    {
        var mapped = new V1.Municipality
        {
            Id = municipality.Id, Name = municipality.Name, EndDate = municipality.EndedOn?.ToProto(), SuccessorId = municipality.SuccessorId ?? "",
        };
        var known = municipality.YouthCounts.Where(c => c.ReferenceDate <= asOf).MaxBy(c => c.ReferenceDate);
        if (known is not null)
            mapped.YouthCount = known.ToProto();
        return mapped;
    }

    public static V1.Region ToProto(this Region region) => new()
    {
        Id = region.Id,
        Name = region.Name,
        Kind = region.Kind.ToProto(),
        Period = region.Validity.ToProto(),
    };

    public static V1.Membership ToProto(this MembershipOf of) => of.Membership.ToProto(of.Municipality.Id);

    public static V1.Membership ToProto(this Membership membership, string municipalityId) => new()
    {
        MunicipalityId = municipalityId,
        RegionId = membership.RegionId,
        RegionKind = membership.RegionKind.ToProto(),
        Period = membership.Validity.ToProto(),
        Source = membership.Source.ToProto(),
        ProductGroup = membership.ProductGroup,
        Care = (V1.MembershipCare)membership.Care,
        Remark = membership.Remark,
    };

    public static V1.RegionRole ToProto(this RegionRole role, string municipalityName) => new()
    {
        RegionId = role.RegionId,
        Kind = (V1.RegionRoleKind)role.Kind,
        MunicipalityId = role.MunicipalityId,
        MunicipalityName = municipalityName,
        Period = role.Validity.ToProto(),
        StartPrecision = (V1.DatePrecision)role.StartPrecision,
        EndPrecision = (V1.DatePrecision)role.EndPrecision.GetValueOrDefault(),
        Source = role.Source.ToProto(),
        Remark = role.Remark,
    };

    public static V1.Claim ToProto(this Claim claim) => new()
    {
        Topic = claim.Topic,
        Statement = claim.Statement,
        Value = claim.Value,
        Source = new Common.V1.Source { Title = claim.SourceTitle, Place = claim.SourcePlace },
        Followed = claim.Followed,
        Reason = claim.Reason,
    };

    private static V1.YouthCount ToProto(this YouthCount count) => new()
    {
        Persons = count.Persons,
        ReferenceDate = count.ReferenceDate.ToProto(),
        AgeLabel = count.AgeLabel,
        Source = count.Source.ToProto(),
    };

    private static V1.RegionKind ToProto(this RegionKind kind) => kind switch
    {
        RegionKind.Procurement => V1.RegionKind.Procurement,
        RegionKind.YouthCare => V1.RegionKind.YouthCare,
        RegionKind.Province => V1.RegionKind.Province,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has its own value in the messages."),
    };
}
