using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>The procedures, newest first (UUIDv7).</summary>
internal sealed class ListProcedures(ProcurementDbContext db)
{
    public async Task<ListProceduresResponse> RunAsync(ListProceduresRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        IQueryable<Procedure> query = db.Set<Procedure>().AsNoTracking();
        if (request.Kind != V1.ProcedureKind.Unspecified)
        {
            var kind = (Procedures.ProcedureKind)request.Kind;
            query = query.Where(p => p.Kind == kind);
        }

        if (request.State != V1.ProcedureState.Unspecified)
        {
            var state = (Procedures.ProcedureState)request.State;
            query = query.Where(p => p.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(p => p.Id < last);
        }

        var page = await query.OrderByDescending(p => p.Id).Take(size + 1).AsSplitQuery().ToListAsync(ct);
        var response = new ListProceduresResponse { Procedures = { page.Take(size).Select(p => p.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListProceduresValidator : AbstractValidator<ListProceduresRequest>
{
    public ListProceduresValidator()
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
