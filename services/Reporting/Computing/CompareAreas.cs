using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Computing;

/// <summary>Puts a figure of a municipality beside those of its procurement region, the province and the country.</summary>
internal sealed class CompareAreas(FigureSetReader figures, ReportingDbContext db, TimeProvider time)
{
    private const string Country = "NL01";

    public async Task<CompareAreasResponse> RunAsync(CompareAreasRequest request, Viewer viewer, CancellationToken ct)
    {
        var indicator = await figures.DefinitionAsync(request.IndicatorId, "indicator_id", ct);
        var rows = await CompareAsync(indicator.Id, request.MunicipalityId, request.Period, request.Breakdown, viewer, ct);
        return new CompareAreasResponse { Areas = { rows.Select(ComputingMapping.ToProto) } };
    }

    /// <summary>The own municipality first, then ever larger areas; those without a figure are there too.</summary>
    public async Task<IReadOnlyList<ComparedArea>> CompareAsync(string indicator, string municipalityId, string period, string breakdown, Viewer viewer, CancellationToken ct)
    {
        var today = time.DutchToday();
        var name = await db.Set<ProjectedMunicipality>().Where(m => m.Id == municipalityId).Select(m => m.Name).SingleOrDefaultAsync(ct)
            ?? throw new DomainException(MonitorArea.Unknown, "municipality_id", new Dictionary<string, string> { ["area_id"] = municipalityId });
        var procurement = await db.Set<ProjectedMembership>()
            .Where(m => m.MunicipalityId == municipalityId && m.RegionKind == "procurement" && m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil > today))
            .Select(m => new { m.RegionId, m.RegionName }).SingleOrDefaultAsync(ct);
        var names = await db.Set<Area>().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        (string Id, string Name)[] areas =
        [
            (municipalityId, name),
            .. procurement is null ? Array.Empty<(string, string)>() : [(procurement.RegionId, procurement.RegionName)],
            (MonitorArea.Region, names.GetValueOrDefault(MonitorArea.Region, MonitorArea.Region)),
            (Country, names.GetValueOrDefault(Country, Country)),
        ];
        var found = await figures.OfAreasAsync(indicator, period, breakdown, [.. areas.Select(area => area.Id)], viewer, ct);
        FigureSetReader.RequireAny([.. found.Values], "period");
        var own = found.GetValueOrDefault(municipalityId)?.ValueNumeric;
        return [.. areas.Select(area => Row(area.Id, area.Name, found.GetValueOrDefault(area.Id), own))];
    }

    private static ComparedArea Row(string id, string name, Figures.Observation? observation, decimal? own) => new(id, name, observation, observation?.ValueNumeric - own);
}

internal sealed class CompareAreasValidator : AbstractValidator<CompareAreasRequest>
{
    public CompareAreasValidator()
    {
        RuleFor(r => r.IndicatorId).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.Period).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.Breakdown).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
    }
}
