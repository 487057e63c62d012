using Grpc.Core;
using Npgsql;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.RegionMoves;

/// <summary>Zuid-Drenthe and Noordmidden-Drenthe go over into one organisation; on a database of its own, since they then buy nothing.</summary>
public sealed class RegionMoveFlowTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private static readonly Date Move = Day(2026, 7, 1);
    private readonly RegionMoveService.RegionMoveServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task Contracts_and_care_go_on_without_a_gap_and_the_regions_buy_nothing_after_it()
    {
        var alike = await SignedAsync(Line(), Line(buyer: "NMD"));
        var differs = await SignedAsync(Line(), At(Line(buyer: "NMD"), 99_00));
        var twice = await SignedAsync(At(Line(), 90_00));
        await SignedAsync(twice.ProviderId, At(Line(buyer: "NMD"), 91_00));
        var later = await IndexedAsync();
        var draft = await host.DraftAsync();
        var move = (await _rpcs.PlanRegionMoveAsync(new() { RequestId = NewId(), Move = Asked() })).Move;

        var before = await _rpcs.PreviewRegionMoveAsync(new() { Id = move.Id });
        Assert.Equal((false, 2, 5), (before.Executable, before.UndecidedConflicts, before.Contracts));
        Assert.All(before.Conflicts, conflict => Assert.Equal((RegionMoveConflictKind.TariffDiffers, 2), (conflict.Kind, conflict.Lines.Count)));
        Assert.Contains(before.Notices, notice => notice.Kind == RegionMoveNoticeKind.DraftContract && notice.SubjectId == draft.Id);
        Assert.Equal("REGION_MOVE_UNDECIDED", (await Refused.ByAsync(() => ExecuteAsync(move.Id))).Reason);
        await DecideAsync(move.Id, differs.ProviderId, RegionMoveChoice.ByMunicipality);
        await DecideAsync(move.Id, twice.ProviderId, RegionMoveChoice.AgreedTariff, "ZD", 90_50);

        var positions = await PositionsAsync(differs.ProviderId, Day(2026, 6, 30));
        var execute = new ExecuteRegionMoveRequest { RequestId = NewId(), Id = move.Id };
        var done = await _rpcs.ExecuteRegionMoveAsync(execute);
        Assert.Equal(done, await _rpcs.ExecuteRegionMoveAsync(execute));
        Assert.Equal((RegionMoveState.Executed, 5, 7, 15), (done.Move.State, done.Contracts, done.EndedLines, done.BegunLines));

        // One line for all, with its chain.
        var moved = (await host.Contracts.GetContractAsync(new() { Id = alike.Id })).Contract;
        Assert.Equal((ContractState.Signed, AddendumKind.Move), (moved.State, Assert.Single(moved.Addenda).Kind));
        var next = Assert.Single(moved.Lines, line => line.BuyerId == "JHRD");
        Assert.Equal((alike.Lines[0].Id, Move, alike.Lines[0].Period.EndDate), (next.ContinuesLineId, next.Active.StartDate, next.Active.EndDate));
        Assert.All(moved.Lines.Where(line => line.BuyerId != "JHRD"), line => Assert.Equal(Move, line.Active.EndDate));
        var lines = (await _rpcs.ListRegionMoveLinesAsync(new() { Id = move.Id, PageSize = 500 })).Lines;
        Assert.Equal(next.Id, Assert.Single(lines.Single(line => line.LineId == alike.Lines[1].Id).Successors).LineId);

        // Each municipality pays what it paid, and what was agreed holds for all; a tariff that was to come comes.
        Assert.Equal(positions, await PositionsAsync(differs.ProviderId, Move));
        Assert.Equal([90_50L, 90_50L], await PositionsAsync(twice.ProviderId, Move));
        Assert.Equal([95_00L], await PositionsAsync(later, Move, "GM0114"));
        Assert.Equal([98_00L], await PositionsAsync(later, Day(2097, 1, 1), "GM0114"));
        Assert.Equal(0, await host.Database.ScalarAsync<long>(
            "select count(*) from contract_line l join tariff t on t.line_id = l.id where l.buyer_id in ('ZD', 'NMD') and t.in_force && '[2026-07-01,)'"));

        // A region that went over buys nothing any more, whoever writes.
        var refused = await Refused.ByAsync(async () => await host.SignAsync(draft));
        Assert.Equal((StatusCode.FailedPrecondition, "BUYER_MOVED"), (refused.Code, refused.Reason));
        var written = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update contract_line set active = validity where id = '{alike.Lines[0].Id}'"));
        Assert.Equal("ck_contract_line_buyer_moved", written.ConstraintName);
        Assert.Equal("REGION_MOVE_NOT_PLANNED", (await Refused.ByAsync(() => ExecuteAsync(move.Id))).Reason);
    }

    private static RegionMove Asked() => new() { FromBuyerIds = { "ZD", "NMD" }, ToBuyerId = "JHRD", MoveDate = Move, Ground = "Gemeenschappelijke regeling Jeugdhulp Drenthe" };

    private static ContractLine At(ContractLine line, long cents)
    {
        line.TariffCents = cents;
        return line;
    }

    private async Task ExecuteAsync(string move) => await _rpcs.ExecuteRegionMoveAsync(new() { RequestId = NewId(), Id = move });

    private async Task DecideAsync(string move, string provider, RegionMoveChoice choice, string keep = "", long cents = 0) => await _rpcs.DecideRegionMoveAsync(new()
    {
        RequestId = NewId(),
        Id = move,
        Decision = new RegionMoveDecision { ProviderId = provider, ProductId = "ambulatory-help", Choice = choice, KeepBuyerId = keep, TariffCents = cents, Reason = "Afgesproken met de aanbieder" },
    });

    private async Task<Contract> SignedAsync(params ContractLine[] lines) => await SignedAsync((await host.CreateProviderAsync()).Id, lines);

    private async Task<Contract> SignedAsync(string provider, params ContractLine[] lines)
    {
        var request = await host.RequestAsync(provider);
        request.Contract.Lines.Clear();
        request.Contract.Lines.AddRange(lines);
        return await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
    }

    /// <summary>A provider whose tariff rises on a day after the move.</summary>
    private async Task<string> IndexedAsync()
    {
        var tariffs = new TariffService.TariffServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager)));
        var line = Line();
        line.Period.EndDate = Day(2098, 1, 1);
        var request = await host.RequestAsync();
        (request.Contract.Period, request.Contract.Lines[0]) = (line.Period.Clone(), line);
        var signed = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        var period = new Period { StartDate = Day(2097, 1, 1), EndDate = Day(2098, 1, 1) };
        var draft = (await tariffs.DraftTariffAsync(new() { RequestId = NewId(), LineId = signed.Lines[0].Id, TariffCents = 98_00, Period = period, Provisional = true })).Tariff;
        await tariffs.SubstantiateTariffAsync(new() { RequestId = NewId(), Id = draft.Id, Elements = new CostElements { ClientHoursCents = 98_00 }, Substantiation = "Indexatie" });
        await tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = draft.Id });
        return signed.ProviderId;
    }

    private async Task<List<long>> PositionsAsync(string provider, Date day, params string[] municipalities)
    {
        var request = new BatchGetContractPositionsRequest();
        request.Keys.AddRange((municipalities.Length > 0 ? municipalities : ["GM0114", "GM0106"]).Select(municipality => new ContractPositionKey
        {
            MunicipalityId = municipality, ProductId = "ambulatory-help", ProviderId = provider, AsOf = day,
        }));
        var answer = await host.Contracts.BatchGetContractPositionsAsync(request);
        return [.. answer.Positions.Select(position => Assert.Single(position.Lines).Line.TariffCents)];
    }
}
