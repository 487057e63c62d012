using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>What is wrong with a message.</summary>
internal sealed class ListCareFindings(ProcurementDbContext db, CareMessageReader messages)
{
    public async Task<ListCareFindingsResponse> RunAsync(ListCareFindingsRequest request, Caller caller, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var message = await messages.FindAsync(request.Id, caller, ct);
        var query = db.Set<CareFinding>().AsNoTracking().Where(f => f.MessageId == message.Id);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = int.TryParse(key[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw PageToken.Invalid();
            query = query.Where(f => f.Number > last);
        }

        var page = await query.OrderBy(f => f.Number).Take(size + 1).ToListAsync(ct);
        var response = new ListCareFindingsResponse { Findings = { page.Take(size).Select(f => f.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Number.ToString(CultureInfo.InvariantCulture));
        return response;
    }
}

internal sealed class ListCareFindingsValidator : AbstractValidator<ListCareFindingsRequest>
{
    public ListCareFindingsValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
