using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>
/// The cases that the caller sees, newest first (ids are in the order of registration). A page token works only for
/// who sees the same cases. Every case on the page gets its own line in the read log.
/// </summary>
internal sealed class ListCases(ExpertTableDbContext db, ReadLog log)
{
    public async Task<ListCasesResponse> RunAsync(ListCasesRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.Of(caller);
        var size = PageSize.From(request.PageSize);
        var query = scope.Visible(db.Set<Case>().AsNoTracking());
        if (request.State.ToDomain<CaseState>() is { } state)
            query = query.Where(c => c.State == state);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var last = key[0] == scope.Key && Guid.TryParseExact(key[1], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id < last);
        }

        var page = await query.OrderByDescending(c => c.Id).Take(size + 1).Outlines().ToListAsync(ct);
        var shown = page.Take(size).ToList();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(ListCases), Reads.ReadPurpose.Overview);
        await log.WriteAsync(reader, shown.Select(c => (c.Id, c.SubjectPseudonym)), ct);

        var response = new ListCasesResponse { Cases = { shown.Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, shown[^1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListCasesValidator : AbstractValidator<ListCasesRequest>
{
    public ListCasesValidator()
    {
        RuleFor(r => r.State).Must(s => s == V1.CaseState.Unspecified || s.ToDomain<CaseState>() is not null).WithMessage("Give a state that exists, or leave it out.");
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
