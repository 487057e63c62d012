using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.RegionMoves;

/// <summary>Reads moves, and what they would do.</summary>
internal sealed class RegionMoveReader(ProcurementDbContext db, CatalogueReader catalogues, Buyers buyers, TermReader terms, TimeProvider time)
{
    public async Task<RegionMove> ReadAsync(string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<RegionMove>().AsNoTracking().Include(m => m.Decisions).Include(m => m.Dates).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == key, ct)
            ?? throw RegionMoveRules.NotFound(id);
    }

    /// <summary>The move to change, its row locked: who signs a line for one of its regions waits, or is waited for.</summary>
    public async Task<RegionMove> ToChangeAsync(string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var move = await db.Set<RegionMove>().FromSql($"select * from region_move where id = {key} for update")
            .Include(m => m.Decisions).Include(m => m.Dates).AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw RegionMoveRules.NotFound(id);
        Etag.Require(etag, move.Version);
        return move;
    }

    /// <summary>How many days ahead a move can be carried out.</summary>
    public async Task<int> AheadDaysAsync(CancellationToken ct) => (await terms.ReadAsync(ct)).On(Term.RegionMoveAheadDays, time.DutchToday());

    /// <summary>What a move does as things stand.</summary>
    public async Task<RegionMovePlan> PlanAsync(RegionMove move, CancellationToken ct)
    {
        var dayBefore = move.MovesOn.AddDays(-1);
        var members = await buyers.MembersAsync([.. move.FromBuyers.Select(from => (from, dayBefore)), (move.ToBuyer, move.MovesOn)], ct);
        var aim = new MoveAim(move.FromBuyers, move.ToBuyer, await buyers.ScaleOrNullAsync(move.ToBuyer, move.MovesOn, ct), move.MovesOn, move.Ground)
        {
            Members = move.FromBuyers.Zip(members).ToDictionary(pair => pair.First, pair => pair.Second),
            NewMembers = members[^1],
        };
        return RegionMovePlan.Of(aim, await LinesAsync([.. move.FromBuyers, move.ToBuyer], move.MovesOn, ct), move.Decided, await catalogues.ReadAsync(ct));
    }

    private async Task<List<MovingLine>> LinesAsync(string[] names, DateOnly day, CancellationToken ct)
    {
        var lines = await db.Database.SqlQuery<Row>(
            $"""
             select l.id as "Id", l.contract_id as "ContractId", l.provider_id as "ProviderId", l.product_id as "ProductId", l.lot as "Lot", l.location as "Location",
                    l.buyer_id as "BuyerId", l.unit as "Unit", greatest(lower(l.active), {day}) as "FromDay", upper(l.active) as "UntilDay",
                    l.scale_exception as "Exception", l.exception_ground as "ExceptionGround"
             from contract_line l
             where l.buyer_id = any({names}) and l.active && daterange({day}, null)
             """).ToListAsync(ct);
        var tariffs = await db.Database.SqlQuery<TariffRow>(
            $"""
             select t.line_id as "LineId", t.cents as "Cents", lower(h.held) as "FromDay", upper(h.held) as "UntilDay"
             from contract_line l
             join tariff t on t.line_id = l.id
             cross join lateral (select t.in_force * l.active * daterange({day}, null) as held) h
             where l.buyer_id = any({names}) and l.active && daterange({day}, null) and not isempty(h.held)
             order by lower(h.held)
             """).ToListAsync(ct);
        var held = tariffs.ToLookup(tariff => tariff.LineId, tariff => new MovingTariff(new Validity(tariff.FromDay, tariff.UntilDay), tariff.Cents));
        return lines.ConvertAll(line => new MovingLine
        {
            LineId = line.Id,
            ContractId = line.ContractId,
            Subject = new MoveSubject(line.ProviderId, line.ProductId, line.Lot, line.Location),
            BuyerId = line.BuyerId,
            Unit = Enum.Parse<TariffUnit>(line.Unit),
            Rest = new Validity(line.FromDay, line.UntilDay),
            Tariffs = [.. held[line.Id]],
            Exception = line.Exception is { } exception ? Enum.Parse<ScaleException>(exception) : null,
            ExceptionGround = line.ExceptionGround,
        });
    }

    private sealed record Row(
        Guid Id, Guid ContractId, Guid ProviderId, string ProductId, string Lot, string Location, string BuyerId, string Unit, DateOnly FromDay, DateOnly? UntilDay, string? Exception, string ExceptionGround);

    private sealed record TariffRow(Guid LineId, long Cents, DateOnly FromDay, DateOnly? UntilDay);
}
