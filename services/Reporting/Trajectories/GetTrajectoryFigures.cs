using FluentValidation;
using Regio.Reporting.Monitor;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Trajectories;

/// <summary>
/// The trajectories of a year. Years are whole, and rows are shown or hidden as a whole: from a period shifted by a day, or from all
/// rows but one, a single child could be told.
/// </summary>
internal sealed class GetTrajectoryFigures(TrajectoryReader trajectories, PolicyReader policies, TimeProvider time)
{
    public const int FirstYear = 2015;

    public async Task<GetTrajectoryFiguresResponse> RunAsync(GetTrajectoryFiguresRequest request, Caller caller, CancellationToken ct)
    {
        var municipality = request.MunicipalityId.Length > 0 ? request.MunicipalityId : caller.Municipality;
        if (municipality is not null)
            caller.EnsureMunicipality(municipality);
        if (request.MunicipalityId.Length > 0 && !await trajectories.KnowsAsync(request.MunicipalityId, ct))
            throw new DomainException(MonitorArea.Unknown, "municipality_id", new Dictionary<string, string> { ["area_id"] = request.MunicipalityId });
        var viewer = Viewer.Of(caller);
        var threshold = (await policies.ForAsync(viewer.Audience, ct)).Threshold;
        // Counts with limits that lie close together tell what a single child costs, however large the counts are.
        if ((request.LongMonths > 0 || request.ExpensiveCents > 0) && threshold > 1 && !viewer.Owns(municipality ?? ""))
            throw new DomainException(TrajectoryRules.LimitsAreFixed, request.LongMonths > 0 ? "long_months" : "expensive_cents");
        var year = CountedYear.Of(request.Year, time.DutchToday());
        var counted = await trajectories.CountAsync(year, municipality, TrajectoryLimits.Of(request.LongMonths, request.ExpensiveCents), ct);
        var hidden = counted.Rows.Where(row => !viewer.Owns(row.MunicipalityId) && row.IsBelow(threshold)).ToHashSet();
        return new GetTrajectoryFiguresResponse
        {
            StartDate = year.From.ToProto(),
            EndDate = year.Until.ToProto(),
            Figures = { counted.Rows.Select(row => row.ToProto(hidden.Contains(row))) },
            Total = hidden.Count == 0 ? counted.Total.ToProto() : null,
        };
    }
}

internal sealed class GetTrajectoryFiguresValidator : AbstractValidator<GetTrajectoryFiguresRequest>
{
    private const int MostMonths = 300;

    public GetTrajectoryFiguresValidator(TimeProvider time)
    {
        RuleFor(r => r.Year).Must(year => year >= GetTrajectoryFigures.FirstYear && year <= time.DutchToday().Year)
            .WithMessage($"Give a year from {GetTrajectoryFigures.FirstYear} on, not in the future.");
        RuleFor(r => r.MunicipalityId).Must(id => id.Length == 0 || MunicipalityId.IsWellFormed(id)).WithMessage($"Give a municipality id of the form {MunicipalityId.Form}, or leave it empty.");
        RuleFor(r => r.LongMonths).InclusiveBetween(0, MostMonths).WithMessage($"Give 1 to {MostMonths} months, or 0 for the usual number.");
        RuleFor(r => r.ExpensiveCents).GreaterThanOrEqualTo(0).WithMessage("Give eurocents, or 0 for the usual amount.");
    }
}
