using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Indicator = Regio.Reporting.Figures.Indicator;

namespace Regio.Reporting.Catalogue;

/// <summary>The definitions of the indicators on a day.</summary>
internal sealed class ListIndicators(ReportingDbContext db, TimeProvider time)
{
    public async Task<ListIndicatorsResponse> RunAsync(ListIndicatorsRequest request, CancellationToken ct)
    {
        var day = AsOf.OrToday(request.AsOf, time);
        var indicators = await db.Set<Indicator>().AsNoTracking().Holding(day).OrderBy(i => i.Id).ToListAsync(ct);
        return new ListIndicatorsResponse { Indicators = { indicators.Select(ObservationMapping.ToProto) } };
    }
}

internal sealed class ListIndicatorsValidator : AbstractValidator<ListIndicatorsRequest>
{
    public ListIndicatorsValidator() => RuleFor(r => r.AsOf).IsDayOrAbsent();
}
