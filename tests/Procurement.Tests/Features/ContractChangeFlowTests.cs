using Grpc.Core;
using Npgsql;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class ContractChangeFlowTests(ProcurementHost host)
{
    [Fact]
    public async Task Of_two_renewals_at_once_one_succeeds_and_its_line_and_tariff_hold_on()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        RenewContractRequest Renewal() => new() { RequestId = NewId(), Id = signed.Id, CurrentEndDate = Day(2027, 1, 1), AnnouncedDate = Day(2026, 3, 1) };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await host.Contracts.RenewContractAsync(Renewal());
                return "";
            }
            catch (RpcException exception)
            {
                return Refused.Of(exception).Reason;
            }
        }));

        Assert.Equal(["", "CONTRACT_RENEWED_ALREADY"], outcomes.Order(StringComparer.Ordinal));
        var renewed = (await host.Contracts.GetContractAsync(new() { Id = signed.Id })).Contract;
        Assert.Equal((Day(2028, 1, 1), 1, 1), (renewed.Period.EndDate, renewed.Renewals, renewed.Addenda.Count));
        Assert.Equal(95_00, Assert.Single(await PositionAsync(signed.ProviderId, 2027)).Line.TariffCents);
        Assert.Equal(1, await EventsAsync(signed.Id, "ContractAmended"));
    }

    [Fact]
    public async Task An_addendum_replaces_a_line_from_its_day_on()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var line = Line();
        (line.TariffCents, line.Period.StartDate) = (120_00, Day(2026, 7, 1));

        var amended = (await host.Contracts.AmendContractAsync(new()
        {
            RequestId = NewId(), Id = signed.Id, Etag = signed.Etag, EffectiveDate = Day(2026, 7, 1), Reason = "Zwaardere vraag", EndedLineIds = { signed.Lines[0].Id }, AddedLines = { line },
        })).Contract;

        Assert.Equal([Day(2026, 7, 1), Day(2027, 1, 1)], amended.Lines.Select(l => l.Active.EndDate));
        Assert.Equal(120_00, Assert.Single(await PositionAsync(signed.ProviderId, 2026, month: 8)).Line.TariffCents);
        Assert.Equal(95_00, Assert.Single(await PositionAsync(signed.ProviderId, 2026, month: 6)).Line.TariffCents);
        Assert.Equal(AddendumKind.Change, Assert.Single(amended.Addenda).Kind);
        Assert.Equal(1, await EventsAsync(signed.Id, "ContractAmended"));
    }

    [Fact]
    public async Task A_provider_that_stops_without_notice_is_recorded_and_flagged_and_the_buyer_is_held_to_it()
    {
        var (first, second) = (await host.SignAsync(await host.DraftAsync()), await host.SignAsync(await host.DraftAsync()));
        TerminateContractRequest Notice(Contract contract, TerminationParty by) => new()
        {
            RequestId = NewId(), Id = contract.Id, EndDate = Day(2026, 6, 1), AnnouncedDate = Day(2026, 5, 1), TerminatedBy = by, Reason = "Geen personeel",
        };

        var ended = (await host.Contracts.TerminateContractAsync(Notice(first, TerminationParty.Provider))).Contract;
        var refused = await Refused.ByAsync(async () => await host.Contracts.TerminateContractAsync(Notice(second, TerminationParty.Buyer)));

        Assert.True(Assert.Single(ended.Addenda).Late);
        Assert.Equal((StatusCode.InvalidArgument, "NOTICE_TOO_SHORT", "2026-08-01"), (refused.Code, refused.Reason, refused.Metadata["earliest"]));
        Assert.Empty(await PositionAsync(first.ProviderId, 2026, month: 7));
    }

    [Fact]
    public async Task A_merger_goes_on_with_contract_and_tariffs_at_the_other_provider()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var other = await host.SignAsync(await host.DraftAsync());
        var raised = await RaisedAsync(signed);
        TransferContractRequest Transfer(string location) => new()
        {
            RequestId = NewId(), Id = signed.Id, ToProviderId = other.ProviderId, EffectiveDate = Day(2026, 6, 1), Ground = TransferGround.Merger, Location = location,
        };

        var same = await Refused.ByAsync(async () => await host.Contracts.TransferContractAsync(Transfer("")));
        Assert.Equal((StatusCode.AlreadyExists, "CONTRACT_LINE_OVERLAPS"), (same.Code, same.Reason));
        var answer = await host.Contracts.TransferContractAsync(Transfer("Voorheen Yorneo"));

        Assert.Equal((ContractState.Transferred, Day(2026, 6, 1)), (answer.Contract.State, answer.Contract.TerminationDate));
        Assert.Equal((other.ProviderId, signed.Id), (answer.ContinuedContract.ProviderId, answer.ContinuedContract.ContinuesContractId));
        Assert.Empty(await PositionAsync(signed.ProviderId, 2026, month: 12));
        var lines = await PositionAsync(other.ProviderId, 2026, month: 12);
        Assert.Equal([("", 95_00L), ("Voorheen Yorneo", raised)], lines.Select(line => (line.Line.Location, line.Line.TariffCents)).Order());
        Assert.Equal((1, 1), (await EventsAsync(signed.Id, "ContractTerminated"), await EventsAsync(answer.ContinuedContract.Id, "ContractSigned")));
    }

    [Fact]
    public async Task A_bankruptcy_dissolves_a_contract_at_once()
    {
        var signed = await host.SignAsync(await host.DraftAsync());

        var dissolved = (await host.Contracts.DissolveContractAsync(new()
        {
            RequestId = NewId(), Id = signed.Id, EffectiveDate = Day(2026, 3, 1), Ground = DissolutionGround.Bankruptcy,
        })).Contract;

        Assert.Equal((ContractState.Dissolved, "bankruptcy"), (dissolved.State, dissolved.Addenda[0].Ground));
        Assert.Empty(await PositionAsync(signed.ProviderId, 2026, month: 3));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_change_without_addendum_and_a_change_of_one()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        await host.Contracts.DissolveContractAsync(new() { RequestId = NewId(), Id = signed.Id, EffectiveDate = Day(2026, 3, 1), Ground = DissolutionGround.Breach });
        async Task<string?> ByAsync(string sql) => (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql))).ConstraintName;

        Assert.Equal("ck_contract_addendum", await ByAsync($"update contract set validity = '[2026-01-01,2030-01-01)', version = version + 1 where id = '{signed.Id}'"));
        Assert.Equal("ck_contract_end", await ByAsync($"update contract set state = 'Signed' where id = '{signed.Id}'"));
        Assert.Equal("ck_addendum_stays", await ByAsync($"update addendum set reason = 'x' where contract_id = '{signed.Id}'"));
        Assert.Equal("ck_addendum_stays", await ByAsync($"delete from addendum where contract_id = '{signed.Id}'"));
    }

    private async Task<long> RaisedAsync(Contract signed)
    {
        const long Cents = 99_00;
        var tariffs = new TariffService.TariffServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager)));
        var draft = (await tariffs.DraftTariffAsync(new() { RequestId = NewId(), LineId = signed.Lines[0].Id, TariffCents = Cents, Period = new() { StartDate = Day(2026, 12, 1) } })).Tariff;
        await tariffs.SubstantiateTariffAsync(new() { RequestId = NewId(), Id = draft.Id, Elements = new() { ClientHoursCents = Cents }, Substantiation = "Index" });
        return (await tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = draft.Id })).Tariff.TariffCents;
    }

    private async Task<IReadOnlyList<ContractedLine>> PositionAsync(string provider, int year, int month = 3) =>
        (await host.Contracts.BatchGetContractPositionsAsync(new()
        {
            Keys = { new ContractPositionKey { MunicipalityId = "GM0114", ProductId = "ambulatory-help", AsOf = Day(year, month, 1), ProviderId = provider } },
        })).Positions[0].Lines;

    private Task<long> EventsAsync(string aggregate, string type) => host.Database.ScalarAsync<long>(
        $"select count(*) from outbox_message where lane = '{aggregate}' and message_type like '%.{type},%'");
}
