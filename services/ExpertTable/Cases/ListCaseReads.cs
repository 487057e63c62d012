using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Who read a case, newest first.</summary>
internal sealed class ListCaseReads(ExpertTableDbContext db)
{
    public async Task<ListCaseReadsResponse> RunAsync(ListCaseReadsRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfOversight(caller);
        var size = PageSize.From(request.PageSize);
        var id = Guid.ParseExact(request.Id, "D");
        if (!await scope.Visible(db.Set<Case>()).AnyAsync(c => c.Id == id, ct))
            throw CaseScope.Unknown();

        var query = db.Set<LoggedRead>().AsNoTracking().Where(r => r.CaseId == id);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var last = key[0] == scope.Key && long.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : throw PageToken.Invalid();
            query = query.Where(r => r.Sequence < last);
        }

        var page = await query.OrderByDescending(r => r.Sequence).Take(size + 1).ToListAsync(ct);
        var response = new ListCaseReadsResponse { Reads = { page.Take(size).Select(r => r.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, page[size - 1].Sequence.ToString(CultureInfo.InvariantCulture));
        return response;
    }
}

internal sealed class ListCaseReadsValidator : AbstractValidator<ListCaseReadsRequest>
{
    public ListCaseReadsValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
