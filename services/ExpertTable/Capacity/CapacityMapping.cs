using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Capacity;

/// <summary>From who works at the table to their messages.</summary>
internal static class CapacityMapping
{
    public static V1.StaffMember ToProto(this StaffMember member) => new()
    {
        Id = member.Id.ToString("D"),
        Subject = member.Subject,
        Kind = member.Kind.ToProto<V1.StaffKind>(),
        Employer = member.Employer,
        MinutesPerMonth = member.MinutesPerMonth,
        Validity = member.Validity.ToProto(),
        Etag = Etag.Of(member.Version),
    };

    public static V1.CapacityTerm ToProto(this TermInForce term) => new()
    {
        Validity = term.Validity.ToProto(),
        CasesPerGuide = term.Term.CasesPerGuide,
        CasesInAll = term.Term.CasesInAll,
        Ground = term.Term.Ground,
    };
}
