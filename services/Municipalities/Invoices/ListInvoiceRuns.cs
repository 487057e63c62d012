using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Invoices;

/// <summary>The runs, newest first. Their ids are in the order of issuing (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListInvoiceRuns(InvoiceRunReader reader)
{
    public async Task<ListInvoiceRunsResponse> RunAsync(ListInvoiceRunsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = reader.Runs;
        if (request.RegionId.Length > 0)
            query = query.Where(r => r.RegionId == request.RegionId);
        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(r => r.Id < last);

        var page = await query.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListInvoiceRunsResponse { Runs = { page.Take(size).Select(r => r.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListInvoiceRunsValidator : AbstractValidator<ListInvoiceRunsRequest>
{
    public ListInvoiceRunsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
