using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>Rules about the form of requests on bodies.</summary>
internal static class BodyFieldRules
{
    public const int MostNameCharacters = 120;
    public const int MostReferenceCharacters = 200;
    public const int MostSeats = 100;
    private const int MostCodeCharacters = 60;

    /// <summary>Region and code.</summary>
    public static IRuleBuilderOptions<T, string> IsRegionBodyId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Split(':') is [var region, var code] && IsCode(region) && IsCode(code))
            .WithMessage("Give a region and the code of a body in it, such as JHRD:ABO.");

    /// <summary>Capitals, digits and hyphens.</summary>
    public static IRuleBuilderOptions<T, string> IsBodyCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsCode).WithMessage($"Give 1 to {MostCodeCharacters} capitals, digits and hyphens, such as ABO.");

    /// <summary>A document that is named.</summary>
    public static void IsNamedSource<T>(this IRuleBuilder<T, Common.V1.Source?> rule) => rule
        .NotNull().WithMessage("Name the document that lays it down, and the place in it.")
        .ChildRules(source =>
        {
            source.RuleFor(s => s!.Title).IsLine(MostReferenceCharacters);
            source.RuleFor(s => s!.Place).IsLineOrEmpty(MostReferenceCharacters);
        });

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= MostCodeCharacters && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}

internal sealed class SeatValidator : AbstractValidator<V1.Seat?>
{
    private const int MinutesInAWeek = 7 * 24 * 60;

    public SeatValidator()
    {
        RuleFor(s => s!.Title).IsLine(BodyFieldRules.MostNameCharacters);
        RuleFor(s => s!.Role).IsInEnum().NotEqual(V1.SeatRole.Unspecified);
        RuleFor(s => s!.MunicipalityId).IsMunicipalityId().When(s => s!.MunicipalityId.Length > 0);
        RuleFor(s => s!.MinutesPerWeek).InclusiveBetween(0, MinutesInAWeek);
        RuleFor(s => s!.Period).IsPeriod();
    }
}

internal sealed class SeatHolderValidator : AbstractValidator<V1.SeatHolder?>
{
    public SeatHolderValidator()
    {
        RuleFor(h => h!.Function).IsLine(BodyFieldRules.MostNameCharacters);
        RuleFor(h => h!.Period).IsPeriod();
    }
}

internal sealed class QuorumValidator : AbstractValidator<Quorum?>
{
    public QuorumValidator()
    {
        RuleFor(q => q!.Rule).IsInEnum().NotEqual(V1.QuorumRule.Unspecified);
        RuleFor(q => q!.Number).InclusiveBetween(1, BodyFieldRules.MostSeats).When(q => q!.Rule == V1.QuorumRule.Fixed);
        RuleFor(q => q!.Number).Equal(0).When(q => q!.Rule != V1.QuorumRule.Fixed);
        RuleFor(q => q!.StartDate).IsDay();
        RuleFor(q => q!.Ground).IsNamedSource();
    }
}
