using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Observation = Regio.Reporting.Figures.Observation;

namespace Regio.Reporting.Catalogue;

/// <summary>Observations with their lineage, page by page, as the viewer may see them.</summary>
internal sealed class ListObservations(ReportingDbContext db, ShieldReader shield)
{
    private const int KeyParts = 5;

    public async Task<ListObservationsResponse> RunAsync(ListObservationsRequest request, Viewer viewer, CancellationToken ct)
    {
        if (request.IndicatorId.Length > 0)
            await db.RequireIndicatorAsync(request.IndicatorId, "indicator_id", ct);
        var size = PageSize.From(request.PageSize);
        var wanted = After(Filtered(request), PageToken.Read(request, request.PageToken, KeyParts));
        var traced = db.Traced(wanted);
        if (!request.IncludeSuperseded)
            traced = traced.Where(t => t.Current);
        var found = await traced
            .OrderBy(t => t.Observation.Indicator).ThenBy(t => t.Observation.AreaId).ThenBy(t => t.Observation.Period)
            .ThenBy(t => t.Observation.Breakdown).ThenBy(t => t.Observation.Version)
            .Take(size + 1).AsNoTracking().ToListAsync(ct);
        var response = new ListObservationsResponse { Observations = { (await shield.ShieldAsync([.. found.Take(size)], viewer, ct)).Select(ObservationMapping.ToProto) } };
        if (found.Count > size)
        {
            var last = found[size - 1].Observation;
            response.NextPageToken = PageToken.After(
                request, last.Indicator, last.AreaId, last.Period, last.Breakdown, last.Version.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    private IQueryable<Observation> Filtered(ListObservationsRequest request)
    {
        IQueryable<Observation> observations = db.Set<Observation>();
        if (request.IndicatorId.Length > 0)
            observations = observations.Where(o => o.Indicator == request.IndicatorId);
        if (request.AreaId.Length > 0)
            observations = observations.Where(o => o.AreaId == request.AreaId);
        return observations;
    }

    private static IQueryable<Observation> After(IQueryable<Observation> observations, IReadOnlyList<string>? key)
    {
        if (key is null)
            return observations;
        if (!int.TryParse(key[4], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw PageToken.Invalid();
        return observations.Where(o => EF.Functions.GreaterThan(
            ValueTuple.Create(o.Indicator, o.AreaId, o.Period, o.Breakdown, o.Version),
            ValueTuple.Create(key[0], key[1], key[2], key[3], version)));
    }
}

internal sealed class ListObservationsValidator : AbstractValidator<ListObservationsRequest>
{
    public ListObservationsValidator()
    {
        RuleFor(r => r.IndicatorId).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.AreaId).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
    }
}
