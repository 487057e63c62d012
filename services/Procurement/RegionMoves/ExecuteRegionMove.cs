using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Tariffs;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Contract = Regio.Procurement.Contracts.Contract;
using ContractLine = Regio.Procurement.Contracts.ContractLine;
using Tariff = Regio.Procurement.Tariffs.Tariff;

namespace Regio.Procurement.RegionMoves;

/// <summary>Carries a move out: in one transaction each line of the regions ends, and what goes on from it begins in the same contract.</summary>
internal sealed class ExecuteRegionMove(
    ProcurementDbContext db, RegionMoveReader reader, CatalogueReader catalogues, StoredReleases releases, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.RegionMoveService/ExecuteRegionMove";

    public Task<ExecuteRegionMoveResponse> RunAsync(ExecuteRegionMoveRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ExecuteAsync(request, caller, token), ct);

    private async Task<ExecuteRegionMoveResponse> ExecuteAsync(ExecuteRegionMoveRequest request, string caller, CancellationToken ct)
    {
        await LockContractsAsync(await reader.ReadAsync(request.Id, ct), ct);
        var move = await reader.ToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        move.RequirePlanned();
        var plan = await reader.PlanAsync(move, ct);
        move.Execute(plan, time.DutchToday(), await reader.AheadDaysAsync(ct), now);

        var going = new GoingOn(plan, now);
        Guid[] contractIds = [.. plan.Steps.Select(step => step.Line.ContractId).Distinct()];
        Guid[] lineIds = [.. plan.Steps.Select(step => step.Line.LineId)];
        var contracts = await db.Set<Contract>().Where(c => contractIds.Contains(c.Id)).OrderBy(c => c.Id).Include(c => c.Lines).Include(c => c.Addenda).AsSplitQuery().ToListAsync(ct);
        var tariffs = (await db.Set<Tariff>().Where(t => lineIds.Contains(t.LineId) && t.InForce != null).ToListAsync(ct)).ToLookup(t => t.LineId);
        var catalogue = await catalogues.ReadAsync(ct);
        foreach (var contract in contracts)
        {
            var begun = going.In(contract);
            contract.MoveRegion(
                new AddendumFact(Guid.CreateVersion7(now), move.MovesOn, time.DutchToday(), move.Ground, caller, now), going.EndedIn(contract), [.. begun.Select(pair => pair.Line)]);
            db.AddRange(begun.SelectMany(pair => Tariffs(contract, pair.Line, pair.Successor, tariffs[pair.Line.ContinuesId!.Value], caller, now)));
            await releases.AddAsync(contract, ct);
            db.Publish(ContractEvents.Amended(contract, catalogue), contract.Id.ToString("D"));
        }

        foreach (var tariff in tariffs.SelectMany(same => same))
            tariff.YieldTo(new Validity(move.MovesOn, until: null), () => Guid.CreateVersion7(now));
        db.AddRange(going.Outcomes(move.Id));
        return new ExecuteRegionMoveResponse { Move = move.ToProto(), Contracts = contracts.Count, EndedLines = lineIds.Length, BegunLines = going.Count };
    }

    // Before the move itself, as who signs or amends has its contract first and asks for the move when it commits.
    private async Task LockContractsAsync(RegionMove move, CancellationToken ct)
    {
        string[] from = [.. move.FromBuyers];
        await db.Database.ExecuteSqlAsync(
            $"""
             select 1 from contract c
             where exists (select from contract_line l where l.contract_id = c.id and l.buyer_id = any({from}) and l.active && daterange({move.MovesOn}, null))
             order by c.id for update
             """, ct);
    }

    private static IEnumerable<Tariff> Tariffs(
        Contract contract, ContractLine line, MoveSuccessor successor, IEnumerable<Tariff> held, string caller, DateTimeOffset now)
    {
        var subject = new TariffSubject(contract.Id, line.Id, contract.ProviderId, line.Unit);
        return successor.AgreedCents is { } agreed
            ? [Tariff.Agreed(Guid.CreateVersion7(now), subject, agreed, successor.Period, caller, now)]
            : [.. held.Select(tariff => tariff.ContinueFor(subject, successor.Period, Guid.CreateVersion7(now))).OfType<Tariff>()];
    }
}

internal sealed class ExecuteRegionMoveValidator : AbstractValidator<ExecuteRegionMoveRequest>
{
    public ExecuteRegionMoveValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
