using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>The analyses without their drafts, the latest half-year first.</summary>
internal sealed class ListThreads(ExpertTableDbContext db, TimeProvider time)
{
    public async Task<ListThreadsResponse> RunAsync(ListThreadsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var today = time.DutchToday();
        var query = db.Set<ThreadAnalysis>().AsNoTracking();
        if (request.CheckOverdueOnly)
            query = query.Where(a => a.CheckedOn == null && a.CheckDueOn < today);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = (HalfYear.Parse(key[0]) ?? throw PageToken.Invalid()).FirstDay;
            query = query.Where(a => a.StartsOn < last);
        }

        var page = await query.Include(a => a.Measures.OrderBy(m => m.Number)).Include(a => a.Checks.OrderBy(c => c.Number)).AsSplitQuery()
            .OrderByDescending(a => a.StartsOn).Take(size + 1).ToListAsync(ct);
        var response = new ListThreadsResponse { Analyses = { page.Take(size).Select(a => a.ToOutline(today)) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].HalfYear.Code);
        return response;
    }
}

internal sealed class ListThreadsValidator : AbstractValidator<ListThreadsRequest>
{
    public ListThreadsValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
