using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using ContractLine = Regio.Procurement.Contracts.ContractLine;

namespace Regio.Procurement.RegionMoves;

/// <summary>What becomes, or became, of each line, by its id.</summary>
internal sealed class ListRegionMoveLines(ProcurementDbContext db, RegionMoveReader reader)
{
    public async Task<ListRegionMoveLinesResponse> RunAsync(ListRegionMoveLinesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var after = PageToken.Read(request, request.PageToken, parts: 1) is { } key
            ? Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid()
            : Guid.Empty;
        var move = await reader.ReadAsync(request.Id, ct);
        var page = move.State switch
        {
            RegionMoveState.Planned => Planned(await reader.PlanAsync(move, ct), after, size + 1),
            RegionMoveState.Executed => await BecameAsync(move.Id, after, size + 1, ct),
            _ => [],
        };
        var response = new ListRegionMoveLinesResponse { Lines = { page.Take(size) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].LineId);
        return response;
    }

    private static List<RegionMoveLine> Planned(RegionMovePlan plan, Guid after, int most) =>
        [.. plan.Steps.Where(step => step.Line.LineId > after).Take(most).Select(step => step.ToProto())];

    private async Task<List<RegionMoveLine>> BecameAsync(Guid move, Guid after, int most, CancellationToken ct)
    {
        var ids = await db.Set<RegionMoveOutcome>().Where(o => o.MoveId == move && o.LineId > after).Select(o => o.LineId).Distinct().OrderBy(id => id).Take(most).ToListAsync(ct);
        var outcomes = (await db.Set<RegionMoveOutcome>().AsNoTracking().Where(o => o.MoveId == move && ids.Contains(o.LineId)).OrderBy(o => o.Id).ToListAsync(ct)).ToLookup(o => o.LineId);
        var all = ids.Concat(outcomes.SelectMany(same => same.Select(o => o.SuccessorId))).Distinct().ToList();
        var lines = await db.Set<ContractLine>().AsNoTracking().Where(l => all.Contains(l.Id))
            .Select(l => new MovedLine(l, EF.Property<Guid>(l, "ContractId"), EF.Property<Guid>(l, "ProviderId"))).ToDictionaryAsync(moved => moved.Line.Id, ct);
        return ids.ConvertAll(id => ToProto(lines[id], [.. outcomes[id]], lines));
    }

    private static RegionMoveLine ToProto(MovedLine moved, IReadOnlyList<RegionMoveOutcome> outcomes, Dictionary<Guid, MovedLine> lines) => new()
    {
        LineId = moved.Line.Id.ToString("D"),
        ContractId = moved.ContractId.ToString("D"),
        ProviderId = moved.ProviderId.ToString("D"),
        ProductId = moved.Line.ProductId,
        BuyerId = moved.Line.BuyerId,
        Unit = (V1.TariffUnit)moved.Line.Unit,
        Effect = (RegionMoveEffect)outcomes[0].Effect,
        Successors =
        {
            outcomes.Select(outcome => lines[outcome.SuccessorId].Line).Select(successor => new V1.RegionMoveSuccessor
            {
                LineId = successor.Id.ToString("D"),
                BuyerId = successor.BuyerId,
                Period = successor.Validity.ToProto(),
                TariffCents = successor.TariffCents,
                ScaleException = successor.ScaleException is { } exception ? (V1.ScaleException)exception : V1.ScaleException.Unspecified,
            }),
        },
    };

    private sealed record MovedLine(ContractLine Line, Guid ContractId, Guid ProviderId);
}

internal sealed class ListRegionMoveLinesValidator : AbstractValidator<ListRegionMoveLinesRequest>
{
    public ListRegionMoveLinesValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
