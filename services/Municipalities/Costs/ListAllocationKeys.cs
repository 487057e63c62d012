using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Costs;

/// <summary>All versions of keys, the last drafted first.</summary>
internal sealed class ListAllocationKeys(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<ListAllocationKeysResponse> RunAsync(ListAllocationKeysRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<AllocationKey>().AsNoTracking();
        if (request.Purpose.Length > 0)
            query = query.Where(k => k.Purpose == request.Purpose);
        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(k => k.Id < last);

        var page = await query.OrderByDescending(k => k.Id).Take(size + 1).Include(k => k.Percentages).AsSplitQuery().ToListAsync(ct);
        var today = time.DutchToday();
        var response = new ListAllocationKeysResponse { AllocationKeys = { page.Take(size).Select(k => k.ToProto(today)) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListAllocationKeysValidator : AbstractValidator<ListAllocationKeysRequest>
{
    public ListAllocationKeysValidator()
    {
        RuleFor(r => r.Purpose).IsPurposeOrEmpty();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
