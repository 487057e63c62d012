using FluentValidation;

namespace Regio.Procurement.Providers;

/// <summary>What the fields of requests about providers must look like.</summary>
internal static class ProviderFieldRules
{
    private const int AgbDigits = 8;

    public static IRuleBuilderOptions<T, string> IsAgbCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(code => code.Length == AgbDigits && code.All(char.IsAsciiDigit)).WithMessage("Give an AGB code of eight digits.");
}
