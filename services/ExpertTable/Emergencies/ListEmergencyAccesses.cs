using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Emergencies;

/// <summary>Who opened which case in an emergency: what waits first, then the newest.</summary>
internal sealed class ListEmergencyAccesses(ExpertTableDbContext db, EmergencyFiles emergencies)
{
    private const string Waits = "waits";
    private const string Seen = "seen";

    public async Task<ListEmergencyAccessesResponse> RunAsync(ListEmergencyAccessesRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfOversight(caller);
        var size = PageSize.From(request.PageSize);
        var query = emergencies.Overseen(caller).AsNoTracking();
        if (PageToken.Read(request, request.PageToken, parts: 3) is { } key)
        {
            if (key[0] != scope.Key || key[1] is not (Waits or Seen) || !Guid.TryParseExact(key[2], "D", out var last))
                throw PageToken.Invalid();
            var isSeen = key[1] == Seen;
            query = query.Where(a => isSeen ? a.SeenBy != null && a.Id < last : a.SeenBy != null || a.Id < last);
        }

        var page = await query.OrderBy(a => a.SeenBy != null).ThenByDescending(a => a.Id).Take(size + 1)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { Access = a, c.MunicipalityId }).ToListAsync(ct);
        // A join does not keep the order.
        var shown = page.OrderBy(p => p.Access.SeenBy is not null).ThenByDescending(p => p.Access.Id).Take(size).ToList();
        var response = new ListEmergencyAccessesResponse { Accesses = { shown.Select(p => p.Access.ToProto(p.MunicipalityId)) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, shown[^1].Access.SeenBy is null ? Waits : Seen, shown[^1].Access.Id.ToString("D"));
        return response;
    }
}

internal sealed class ListEmergencyAccessesValidator : AbstractValidator<ListEmergencyAccessesRequest>
{
    public ListEmergencyAccessesValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
