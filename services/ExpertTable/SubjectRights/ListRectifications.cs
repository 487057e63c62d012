using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>The requests to put files right, the first due first. Each case shown is in the read log first.</summary>
internal sealed class ListRectifications(ExpertTableDbContext db, ReadLog log, TimeProvider time)
{
    public async Task<ListRectificationsResponse> RunAsync(ListRectificationsRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfKeeper(caller);
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Rectification>().AsNoTracking();
        if (request.OpenOnly)
            query = query.Where(r => r.DecidedOn == null);
        if (PageToken.Read(request, request.PageToken, parts: 3) is { } key)
            query = After(query, scope, key);

        var page = await query.Join(scope.Visible(db.Set<Case>().AsNoTracking()), r => r.CaseId, c => c.Id, (r, c) => new { Asked = r, c.MunicipalityId, c.SubjectPseudonym })
            .OrderBy(item => item.Asked.DueOn).ThenBy(item => item.Asked.Id).Take(size + 1).ToListAsync(ct);
        var shown = page.Take(size).ToList();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(ListRectifications), Reads.ReadPurpose.SubjectRequest);
        await log.WriteAsync(reader, shown.Select(item => (item.Asked.CaseId, item.SubjectPseudonym)).Distinct(), ct);

        var today = time.DutchToday();
        var response = new ListRectificationsResponse();
        response.Items.AddRange(shown.Select(item => new RectificationItem
        {
            CaseId = item.Asked.CaseId.ToString("D"),
            MunicipalityId = item.MunicipalityId,
            Rectification = item.Asked.ToProto(),
            Overdue = item.Asked.DecidedOn is null && item.Asked.DueOn < today,
        }));
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, shown[^1].Asked.DueOn.ToString("O", CultureInfo.InvariantCulture), shown[^1].Asked.Id.ToString("D"));
        return response;
    }

    private static IQueryable<Rectification> After(IQueryable<Rectification> query, CaseScope scope, IReadOnlyList<string> key)
    {
        if (key[0] != scope.Key
            || !DateOnly.TryParseExact(key[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            || !Guid.TryParseExact(key[2], "D", out var id))
        {
            throw PageToken.Invalid();
        }

        return query.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.DueOn, r.Id), ValueTuple.Create(due, id)));
    }
}

internal sealed class ListRectificationsValidator : AbstractValidator<ListRectificationsRequest>
{
    public ListRectificationsValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
