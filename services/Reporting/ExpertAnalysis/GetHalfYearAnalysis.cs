using System.Globalization;
using FluentValidation;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>The analysis of the expert table in a half-year.</summary>
internal sealed class GetHalfYearAnalysis(HalfYearReader reader)
{
    public async Task<GetHalfYearAnalysisResponse> RunAsync(GetHalfYearAnalysisRequest request, Viewer viewer, CancellationToken ct)
    {
        var view = await reader.ReadAsync(HalfYear.Parse(request.Period)!, viewer, ct);
        var analysis = new HalfYearAnalysis
        {
            Period = view.HalfYear.Code,
            Complete = view.IsOver,
            Times =
            {
                view.Times.Select(state => new StateTime
                {
                    State = state.State,
                    MedianDays = state.MedianDays?.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
                    Count = state.Cases ?? 0,
                    Hidden = state.MedianDays is null,
                }),
            },
        };
        analysis.Counts.AddRange(view.Counts.Select(count => new AnalysisCount { Kind = count.Kind, Count = count.Cases ?? 0, Hidden = count.Cases is null }));
        return new GetHalfYearAnalysisResponse { Analysis = analysis };
    }
}

internal sealed class GetHalfYearAnalysisValidator : AbstractValidator<GetHalfYearAnalysisRequest>
{
    public GetHalfYearAnalysisValidator() =>
        RuleFor(r => r.Period).Must(period => HalfYear.Parse(period) is not null).WithMessage("Give a half-year such as 2026-H1.");
}
