using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Funds;

/// <summary>Limits of requests on funds.</summary>
internal static class FundFieldRules
{
    public const int MostLineCharacters = 200;

    // Far above any fund, and far enough below the largest number that sums do not run over.
    private const long MostCents = 1_000_000_000_000_00;

    /// <summary>An amount above zero.</summary>
    public static IRuleBuilderOptions<T, long> IsAmount<T>(this IRuleBuilder<T, long> rule) =>
        rule.InclusiveBetween(1, MostCents).WithMessage("Give an amount of 1 to 100,000,000,000,000 eurocents.");

    /// <summary>An amount that may be zero or below.</summary>
    public static IRuleBuilderOptions<T, long> IsChange<T>(this IRuleBuilder<T, long> rule) =>
        rule.InclusiveBetween(-MostCents, MostCents).WithMessage("Give an amount of at most 100,000,000,000,000 eurocents either way.");
}

internal sealed class FundValidator : AbstractValidator<V1.Fund?>
{
    private const int MostWarnDays = 3650;

    public FundValidator()
    {
        RuleFor(f => f!.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(f => f!.Kind).IsInEnum().NotEqual(V1.FundKind.Unspecified);
        RuleFor(f => f!.Name).IsLine(BodyFieldRules.MostNameCharacters);
        RuleFor(f => f!.Grantor).IsLine(BodyFieldRules.MostNameCharacters);
        RuleFor(f => f!.MunicipalityId).IsMunicipalityId().When(f => f!.MunicipalityId.Length > 0);
        RuleFor(f => f!.Period).IsPeriod();
        RuleFor(f => f!.WarnDays).InclusiveBetween(0, MostWarnDays);
        RuleFor(f => f!.Source).IsNamedSource();
    }
}
