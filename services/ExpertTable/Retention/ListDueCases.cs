using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Retention;

/// <summary>The cases that may be destroyed today by their term. Each one shown is in the read log first.</summary>
internal sealed class ListDueCases(ExpertTableDbContext db, TermReader terms, ReadLog log, TimeProvider time)
{
    public async Task<ListDueCasesResponse> RunAsync(ListDueCasesRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfKeeper(caller);
        var size = PageSize.From(request.PageSize);
        var due = new DueRecordReader(db, await terms.ReadAsync(ct), time.DutchToday());
        var query = due.Cases(scope.Visible(db.Set<Case>().AsNoTracking()));
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var last = key[0] == scope.Key && Guid.TryParseExact(key[1], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id > last);
        }

        var page = await query.OrderBy(c => c.Id).Take(size + 1).Outlines().ToListAsync(ct);
        var shown = page.Take(size).ToList();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(ListDueCases), Reads.ReadPurpose.Oversight);
        await log.WriteAsync(reader, shown.Select(c => (c.Id, c.SubjectPseudonym)), ct);

        var response = new ListDueCasesResponse { Cases = { shown.Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, shown[^1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListDueCasesValidator : AbstractValidator<ListDueCasesRequest>
{
    public ListDueCasesValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
