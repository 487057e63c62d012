using FluentValidation;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Catalogue;

/// <summary>The form of the fields of requests about observations.</summary>
internal static class ObservationFieldRules
{
    public const int MostCodeCharacters = 100;
}

/// <summary>An observation is named by an indicator, an area and a period; a breakdown may be left out.</summary>
internal sealed class ObservationKeyValidator : AbstractValidator<ObservationKey>
{
    public ObservationKeyValidator()
    {
        RuleFor(k => k.IndicatorId).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(k => k.AreaId).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(k => k.Period).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(k => k.Breakdown).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
    }
}
