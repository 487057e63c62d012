using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>From the register to its messages.</summary>
internal static class RegisterMapping
{
    /// <summary>A municipality on a day.</summary>
    public static V1.Municipality ToProto(this RegisterSnapshot register, Municipality municipality, DateOnly day) => new()
    {
        Id = municipality.Id,
        Name = municipality.Name,
        StartDate = municipality.BeganOn?.ToProto(),
        EndDate = municipality.EndedOn?.ToProto(),
        SuccessorId = municipality.SuccessorId ?? "",
        YouthCount = register.YouthOf(municipality, day, counted: day)?.ToProto(),
    };

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

    public static V1.RegionRole ToProto(this RoleHolding holding) => new()
    {
        RegionId = holding.Role.RegionId,
        Kind = (V1.RegionRoleKind)holding.Role.Kind,
        MunicipalityId = holding.Holder.Id,
        MunicipalityName = holding.Holder.Name,
        Period = holding.Validity.ToProto(),
        StartPrecision = (V1.DatePrecision)holding.StartPrecision,
        EndPrecision = (V1.DatePrecision)holding.EndPrecision.GetValueOrDefault(),
        Source = holding.Role.Source.ToProto(),
        Remark = holding.Role.Remark,
        PredecessorId = holding.Predecessor?.Id ?? "",
        PredecessorName = holding.Predecessor?.Name ?? "",
    };

    public static V1.RegionRoleVacancy ToVacancy(this RoleHolding holding) => new()
    {
        RegionId = holding.Role.RegionId,
        Kind = (V1.RegionRoleKind)holding.Role.Kind,
        StartDate = holding.Validity.From.ToProto(),
        LastMunicipalityId = holding.Holder.Id,
        LastMunicipalityName = holding.Holder.Name,
        SuccessorId = holding.Holder.SuccessorId ?? "",
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

    public static V1.YouthCount ToProto(this YouthOfArea youth) => new()
    {
        Persons = youth.Persons,
        ReferenceDate = youth.ReferenceDate.ToProto(),
        AgeLabel = youth.AgeLabel,
        Source = youth.Source.ToProto(),
        Parts =
        {
            youth.Parts.Select(part => new V1.YouthCountPart
            {
                MunicipalityId = part.Municipality.Id, MunicipalityName = part.Municipality.Name, Persons = part.Count.Persons, Source = part.Count.Source.ToProto(),
            }),
        },
    };

    private static V1.RegionKind ToProto(this RegionKind kind) => kind switch
    {
        RegionKind.Procurement => V1.RegionKind.Procurement,
        RegionKind.YouthCare => V1.RegionKind.YouthCare,
        RegionKind.Province => V1.RegionKind.Province,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has its own value in the messages."),
    };
}
