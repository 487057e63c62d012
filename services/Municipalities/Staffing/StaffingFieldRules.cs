using FluentValidation;

namespace Regio.Municipalities.Staffing;

/// <summary>Limits of requests on staffing.</summary>
internal static class StaffingFieldRules
{
    public const int MostNoteCharacters = 200;
    public const int FirstYear = 2000;
    public const int LastYear = 2100;
    private const long MostMinutes = 10_000_000;

    public static IRuleBuilderOptions<T, long> IsMinutes<T>(this IRuleBuilder<T, long> rule) => rule.InclusiveBetween(0, MostMinutes);

    public static void IsQuarter<T>(this IRuleBuilder<T, V1.Quarter?> rule) => rule
        .NotNull().WithMessage("Give a quarter with its year and number.")
        .ChildRules(quarter =>
        {
            quarter.RuleFor(q => q!.Year).InclusiveBetween(FirstYear, LastYear);
            quarter.RuleFor(q => q!.Number).InclusiveBetween(1, 4);
        });
}
