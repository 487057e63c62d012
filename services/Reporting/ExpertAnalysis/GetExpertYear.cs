using System.Globalization;
using FluentValidation;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>The figures of a year of the expert table, each with what is counted in it.</summary>
internal sealed class GetExpertYear(HalfYearReader reader)
{
    public async Task<GetExpertYearResponse> RunAsync(GetExpertYearRequest request, Viewer viewer, CancellationToken ct)
    {
        var view = await reader.ReadYearAsync(request.Year, viewer, ct);
        var year = new ExpertYear { Year = view.Year, Complete = view.IsOver };
        year.Figures.AddRange(view.Figures.Select(figure => new ExpertYearFigure
        {
            Kind = figure.Kind,
            Name = ExpertYearText.NameOf(figure.Kind),
            Definition = ExpertYearText.DefinitionOf(figure.Kind),
            Unit = ExpertYearText.UnitOf(figure.Kind),
            Value = figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            Hidden = figure.IsHidden,
        }));
        return new GetExpertYearResponse { Year = year };
    }
}

internal sealed class GetExpertYearValidator : AbstractValidator<GetExpertYearRequest>
{
    public GetExpertYearValidator() => RuleFor(r => r.Year).IsYear();
}

/// <summary>The form of a year.</summary>
internal static class YearRules
{
    public const int Earliest = 1900;
    public const int Latest = 2100;

    public static IRuleBuilderOptions<T, int> IsYear<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(Earliest, Latest).WithMessage($"Give a year from {Earliest} to {Latest}.");
}
