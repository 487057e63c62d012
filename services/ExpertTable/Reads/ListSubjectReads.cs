using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Reads;

/// <summary>Who read about a person, over all cases that the caller oversees, newest first.</summary>
internal sealed class ListSubjectReads(ExpertTableDbContext db)
{
    public async Task<ListSubjectReadsResponse> RunAsync(ListSubjectReadsRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfOversight(caller);
        var size = PageSize.From(request.PageSize);
        var pseudonym = Guid.ParseExact(request.SubjectPseudonym, "D");
        var cases = await FindSubject.OfSubject(scope.Visible(db.Set<Case>()), pseudonym).Select(c => c.Id).ToListAsync(ct);
        if (cases.Count == 0)
            throw FindSubject.Unknown("subject_pseudonym");

        var query = db.Set<LoggedRead>().AsNoTracking().Where(r => r.SubjectPseudonym == pseudonym && cases.Contains(r.CaseId));
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var last = key[0] == scope.Key && long.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : throw PageToken.Invalid();
            query = query.Where(r => r.Sequence < last);
        }

        var page = await query.OrderByDescending(r => r.Sequence).Take(size + 1).ToListAsync(ct);
        var response = new ListSubjectReadsResponse { Reads = { page.Take(size).Select(r => r.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, page[size - 1].Sequence.ToString(CultureInfo.InvariantCulture));
        return response;
    }
}

internal sealed class ListSubjectReadsValidator : AbstractValidator<ListSubjectReadsRequest>
{
    public ListSubjectReadsValidator()
    {
        RuleFor(r => r.SubjectPseudonym).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
