using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Sittings;

/// <summary>The cases of a sitting, each complete or with what it lacks. Each one shown is in the read log first.</summary>
internal sealed class GetAgenda(ExpertTableDbContext db, SittingFiles sittings, ReadLog log)
{
    public async Task<GetAgendaResponse> RunAsync(GetAgendaRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.Of(caller);
        var size = PageSize.From(request.PageSize);
        var sitting = await sittings.FindAsync(scope, request.Id, "id", ct);
        var query = scope.Visible(db.Set<Case>().AsNoTracking()).Where(c => c.SittingId == sitting.Id);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var last = key[0] == scope.Key && Guid.TryParseExact(key[1], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id > last);
        }

        var page = await query.OrderBy(c => c.Id).Take(size + 1).Outlines().ToListAsync(ct);
        var shown = page.Take(size).ToList();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(GetAgenda), Reads.ReadPurpose.Overview);
        await log.WriteAsync(reader, shown.Select(c => (c.Id, c.SubjectPseudonym)), ct);

        var response = new GetAgendaResponse { Sitting = sitting.ToProto(), Items = { shown.Select(ToItem) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, shown[^1].Id.ToString("D"));
        return response;
    }

    private static AgendaItem ToItem(CaseOutline file)
    {
        var gaps = AgendaGaps.Of(file).Select(gap => gap.ToProto<V1.AgendaGap>()).ToList();
        return new AgendaItem { Case = file.ToProto(), Complete = gaps.Count == 0, Gaps = { gaps } };
    }
}

internal sealed class GetAgendaValidator : AbstractValidator<GetAgendaRequest>
{
    public GetAgendaValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
