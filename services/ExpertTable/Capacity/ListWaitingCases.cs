using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>The cases that wait for a guide, the longest first. Each one shown is in the read log first.</summary>
internal sealed class ListWaitingCases(ExpertTableDbContext db, ReadLog log)
{
    public async Task<ListWaitingCasesResponse> RunAsync(ListWaitingCasesRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.ToChange(caller);
        var size = PageSize.From(request.PageSize);
        var query = scope.Visible(db.Set<Case>().AsNoTracking()).Where(c => c.WaitingSince != null);
        if (PageToken.Read(request, request.PageToken, parts: 3) is { } key)
        {
            if (key[0] != scope.Key || !DateTimeOffset.TryParseExact(key[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) || !Guid.TryParseExact(key[2], "D", out var last))
                throw PageToken.Invalid();
            query = query.Where(c => c.WaitingSince > since || (c.WaitingSince == since && c.Id > last));
        }

        var page = await query.OrderBy(c => c.WaitingSince).ThenBy(c => c.Id).Take(size + 1).Outlines().ToListAsync(ct);
        var shown = page.Take(size).ToList();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(ListWaitingCases), Reads.ReadPurpose.Overview);
        await log.WriteAsync(reader, shown.Select(c => (c.Id, c.SubjectPseudonym)), ct);

        var response = new ListWaitingCasesResponse { Cases = { shown.Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, shown[^1].WaitingSince!.Value.ToString("O", CultureInfo.InvariantCulture), shown[^1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListWaitingCasesValidator : AbstractValidator<ListWaitingCasesRequest>
{
    public ListWaitingCasesValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
