using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Computing;

/// <summary>Writes down what a measure is assumed to save.</summary>
internal sealed class RecordSavingsScenario(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ComputationService/RecordSavingsScenario";

    public Task<RecordSavingsScenarioResponse> RunAsync(RecordSavingsScenarioRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Scenario, caller, token), ct);

    private async Task<RecordSavingsScenarioResponse> RecordAsync(V1.SavingsScenario asked, string caller, CancellationToken ct)
    {
        await db.RequireIndicatorAsync(asked.IndicatorId, "scenario.indicator_id", ct);
        if (!await db.Set<Area>().AnyAsync(area => area.Id == asked.AreaId, ct) && !await db.Set<ProjectedMunicipality>().AnyAsync(m => m.Id == asked.AreaId, ct))
            throw new DomainException(MonitorArea.Unknown, "scenario.area_id", new Dictionary<string, string> { ["area_id"] = asked.AreaId });
        var now = time.StorableNow();
        var id = Guid.CreateVersion7(now);
        var scenario = new SavingsScenario
        {
            Id = id,
            Indicator = asked.IndicatorId,
            AreaId = asked.AreaId,
            Measure = asked.Measure.Trim(),
            Assumption = asked.Assumption.Trim(),
            FirstYear = asked.FirstYear,
            Expected = [.. asked.Expected.Select(e => new ExpectedChange { ScenarioId = id, Year = e.Year, Change = decimal.Parse(e.Change, CultureInfo.InvariantCulture) })],
            Source = new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            RecordedAt = now,
            RecordedBy = caller,
        };
        db.Add(scenario);
        return new RecordSavingsScenarioResponse { Scenario = scenario.ToProto() };
    }
}

internal sealed class RecordSavingsScenarioValidator : AbstractValidator<RecordSavingsScenarioRequest>
{
    private const int FirstPossibleYear = 2015;
    private const int LastPossibleYear = 2100;
    private const int MostYears = 10;

    public RecordSavingsScenarioValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Scenario).NotNull().WithMessage("Give the scenario.").ChildRules(scenario =>
        {
            scenario.RuleFor(s => s.IndicatorId).IsLine(ObservationFieldRules.MostCodeCharacters);
            scenario.RuleFor(s => s.AreaId).IsLine(ObservationFieldRules.MostCodeCharacters);
            scenario.RuleFor(s => s.Measure).IsLine(500);
            scenario.RuleFor(s => s.Assumption).IsLine(1000);
            scenario.RuleFor(s => s.FirstYear).InclusiveBetween(FirstPossibleYear, LastPossibleYear);
            scenario.RuleFor(s => s.Expected).Must(expected => expected.Count is > 0 and <= MostYears).WithMessage($"Give 1 to {MostYears} years.");
            scenario.RuleFor(s => s.Expected).Must((s, expected) => expected.All(e => e.Year >= s.FirstYear && e.Year < s.FirstYear + MostYears))
                .WithMessage($"Give years from the first year on, at most {MostYears} of them.");
            scenario.RuleFor(s => s.Expected).Must(expected => expected.Select(e => e.Year).Distinct().Count() == expected.Count).WithMessage("Give each year once.");
            scenario.RuleForEach(s => s.Expected).ChildRules(expected => expected.RuleFor(e => e.Change)
                .Must(change => NumberText.IsNumber(change) && decimal.Parse(change, CultureInfo.InvariantCulture) != 0)
                .WithMessage("Give a number with a decimal point that is not zero; below zero is less."));
            scenario.RuleFor(s => s.Source).NotNull().WithMessage("Say who decided this, and where it is written.");
            scenario.When(s => s.Source is not null, () =>
            {
                scenario.RuleFor(s => s.Source.Title).IsLine(200);
                scenario.RuleFor(s => s.Source.Place).IsLineOrEmpty(200);
            });
        });
    }
}
