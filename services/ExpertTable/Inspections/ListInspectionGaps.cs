using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Inspections;

/// <summary>The gaps with the plan that holds, the first reported first.</summary>
internal sealed class ListInspectionGaps(ExpertTableDbContext db, TimeProvider time)
{
    public async Task<ListInspectionGapsResponse> RunAsync(ListInspectionGapsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var today = time.DutchToday();
        var query = db.Set<InspectionGap>().AsNoTracking();
        if (request.OverdueOnly)
        {
            query = query.Where(g => (g.State == GapState.Open && g.PlanDueOn < today)
                || ((g.State == GapState.Planned || g.State == GapState.InProgress) && g.DueOn < today));
        }

        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
            query = After(query, key);

        var page = await query.Include(g => g.Plans.OrderBy(p => p.Number)).OrderBy(g => g.ReportedOn).ThenBy(g => g.Id).Take(size + 1).AsSplitQuery().ToListAsync(ct);
        var response = new ListInspectionGapsResponse { Gaps = { page.Take(size).Select(g => g.ToOutline(today)) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].ReportedOn.ToString("O", CultureInfo.InvariantCulture), page[size - 1].Id.ToString("D"));
        return response;
    }

    private static IQueryable<InspectionGap> After(IQueryable<InspectionGap> query, IReadOnlyList<string> key)
    {
        if (!DateOnly.TryParseExact(key[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !Guid.TryParseExact(key[1], "D", out var id))
            throw PageToken.Invalid();
        return query.Where(g => EF.Functions.GreaterThan(ValueTuple.Create(g.ReportedOn, g.Id), ValueTuple.Create(day, id)));
    }
}

internal sealed class ListInspectionGapsValidator : AbstractValidator<ListInspectionGapsRequest>
{
    public ListInspectionGapsValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
