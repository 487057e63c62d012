using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Agenda;

/// <summary>The purchasing agenda, by buyer and number, with what holds each tranche back.</summary>
internal sealed class ListTranches(ProcurementDbContext db)
{
    public async Task<ListTranchesResponse> RunAsync(ListTranchesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Tranche>().AsNoTracking();
        if (request.BuyerId.Length > 0)
            query = query.Where(t => t.BuyerId == request.BuyerId);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var (buyer, number) = (key[0], int.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : throw PageToken.Invalid());
            query = query.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.BuyerId, t.Number), ValueTuple.Create(buyer, number)));
        }

        var page = await query.OrderBy(t => t.BuyerId).ThenBy(t => t.Number).Take(size + 1).ToListAsync(ct);
        var shown = page.Take(size).ToList();
        var (ids, rounds) = (shown.ConvertAll(t => (Guid?)t.Id), shown.ConvertAll(t => t.VisionRoundId));
        var visions = await db.Set<Vision>().AsNoTracking().Where(v => rounds.Contains(v.RoundId)).ToDictionaryAsync(v => v.RoundId, ct);
        var procedures = (await db.Set<Procedures.Procedure>().Where(p => ids.Contains(p.TrancheId)).OrderBy(p => p.Id).Select(p => new { p.Id, p.TrancheId }).ToListAsync(ct))
            .ToLookup(p => p.TrancheId!.Value, p => p.Id);
        var response = new ListTranchesResponse { Tranches = { shown.Select(t => t.ToProto(visions.GetValueOrDefault(t.VisionRoundId), procedures[t.Id])) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, shown[^1].BuyerId, shown[^1].Number.ToString(CultureInfo.InvariantCulture));
        return response;
    }
}

internal sealed class ListTranchesValidator : AbstractValidator<ListTranchesRequest>
{
    public ListTranchesValidator()
    {
        RuleFor(r => r.BuyerId).IsRegionIdOrEmpty();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
