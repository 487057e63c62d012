using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Deciders;

/// <summary>From requests about who decides, and to their messages.</summary>
internal static class DeciderMapping
{
    public static IReadOnlyList<Residence> ToDomain(this IEnumerable<V1.Residence> residences) =>
        [.. residences.Select(r => new Residence(r.MunicipalityId, r.StartDate.ToDateOnly(), r.EndDate?.ToDateOnly(), r.ForStay))];

    public static V1.CaseDecider ToProto(this ResponsibleMunicipality answer) => new()
    {
        Kind = V1.DeciderKind.Municipality,
        MunicipalityId = answer.MunicipalityId,
        Rule = answer.Rule.ToProto<V1.DeciderRule>(),
        Steps = { answer.Steps },
    };

    /// <param name="recorded">What the file says.</param>
    /// <param name="file">The case.</param>
    /// <param name="texts">Whether it is shown where the youth lived, and which authority decides.</param>
    public static V1.CaseDecider ToProto(this DeciderRecorded recorded, Case file, bool texts) => new()
    {
        Kind = recorded.Kind.ToProto<V1.DeciderKind>(),
        MunicipalityId = recorded.MunicipalityId,
        Rule = recorded.Rule?.ToProto<V1.DeciderRule>() ?? V1.DeciderRule.Unspecified,
        Steps = { texts ? recorded.Steps : [] },
        Authority = texts ? recorded.Authority : "",
        Differs = recorded.MunicipalityId.Length > 0 && recorded.MunicipalityId != file.MunicipalityId,
    };
}

/// <summary>A residence that is right in form.</summary>
internal sealed class ResidenceValidator : AbstractValidator<V1.Residence>
{
    public const int Most = 50;

    public ResidenceValidator()
    {
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.StartDate).IsDay();
        RuleFor(r => r.EndDate).IsDayOrAbsent();
    }
}
