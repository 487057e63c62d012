using Grpc.Core;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Contracts;

/// <summary>Whatever is done to contracts and tariffs, in whatever order, lines stay apart and each of their days has one tariff.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class LinePropertyTests(ProcurementHost host)
{
    private const int Steps = 14;
    private readonly TariffService.TariffServiceClient _tariffs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task No_sequence_makes_two_lines_overlap_or_leaves_a_day_without_tariff(int seed)
    {
        var random = new Random(seed);
        var (from, to) = ((await host.CreateProviderAsync()).Id, (await host.CreateProviderAsync()).Id);
        await host.SignAsync(await host.DraftAsync(from));
        var done = 0;
        for (var step = 0; step < Steps; step++)
        {
            var contracts = (await AllAsync(from)).Concat(await AllAsync(to)).ToList();
            // Mostly one that can change; the others are to refuse.
            var signed = contracts.FindAll(candidate => candidate.State == ContractState.Signed);
            var among = signed.Count > 0 && random.Next(10) > 0 ? signed : contracts;
            var contract = among[random.Next(among.Count)];
            try
            {
                // Where nothing can change any more, something new begins.
                await TakeAsync(random, signed.Count > 0 ? random.Next(12) : 0, contract, contract.ProviderId == from ? to : from);
                done++;
            }
            catch (RpcException refused)
            {
                Assert.True(
                    refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument or StatusCode.AlreadyExists,
                    $"seed {seed}, step {step}: {refused.Status}");
            }

            Assert.Equal(0L, await host.Database.ScalarAsync<long>(Overlaps(from, to)));
            Assert.Equal(0L, await host.Database.ScalarAsync<long>(Gaps(from, to)));
        }

        Assert.True(done >= Steps / 4, $"seed {seed}: {done} steps were taken");
    }

    private async Task TakeAsync(Random random, int act, Contract contract, string other)
    {
        var day = Day(2026, random.Next(1, 13), 1);
        var line = contract.Lines[random.Next(contract.Lines.Count)];
        switch (act)
        {
            case 0 or 10 or 11:
                var request = await host.RequestAsync(contract.ProviderId);
                request.Contract.Lines[0].Location = $"Locatie {random.Next(5)}";
                await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
                break;
            case 1 or 2:
                var added = Line(buyer: random.Next(2) == 0 ? "ZD" : "NMD");
                added.Location = random.Next(2) == 0 ? "" : "Emmen";
                added.Period = new() { StartDate = day, EndDate = contract.Period.EndDate };
                await host.Contracts.AmendContractAsync(new()
                {
                    RequestId = NewId(), Id = contract.Id, EffectiveDate = day, Reason = "Wijziging", AddedLines = { added }, EndedLineIds = { random.Next(2) == 0 ? [line.Id] : Array.Empty<string>() },
                });
                break;
            case 3:
                await host.Contracts.RenewContractAsync(new() { RequestId = NewId(), Id = contract.Id, CurrentEndDate = contract.Period.EndDate, AnnouncedDate = Day(2026, 1, 1), ProviderAgreed = true });
                break;
            case 4:
                await host.Contracts.TerminateContractAsync(new() { RequestId = NewId(), Id = contract.Id, EndDate = day, TerminatedBy = TerminationParty.Agreement, Reason = "In overleg" });
                break;
            case 5:
                await host.Contracts.TransferContractAsync(new() { RequestId = NewId(), Id = contract.Id, ToProviderId = other, EffectiveDate = day, Ground = TransferGround.Takeover, Reason = "Overname" });
                break;
            default:
                await AdoptAsync(random, line, day);
                break;
        }
    }

    private async Task AdoptAsync(Random random, ContractLine line, Common.V1.Date day)
    {
        var cents = random.Next(80_00, 120_00);
        var period = new Common.V1.Period { StartDate = day, EndDate = random.Next(2) == 0 ? line.Period.EndDate : Day(2027, 1, 1) };
        var draft = (await _tariffs.DraftTariffAsync(new() { RequestId = NewId(), LineId = line.Id, TariffCents = cents, Period = period, Provisional = random.Next(2) == 0 })).Tariff;
        await _tariffs.SubstantiateTariffAsync(new() { RequestId = NewId(), Id = draft.Id, Elements = new CostElements { ClientHoursCents = cents }, Substantiation = "Kostprijsonderzoek" });
        await _tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = draft.Id });
    }

    private async Task<IEnumerable<Contract>> AllAsync(string provider) => (await host.Contracts.ListContractsAsync(new() { ProviderId = provider, PageSize = 500 })).Contracts;

    private static string Overlaps(string from, string to) =>
        $"""
         select count(*) from contract_line a join contract_line b
             on a.id < b.id and a.provider_id = b.provider_id and a.product_id = b.product_id and a.buyer_id = b.buyer_id and a.lot = b.lot and a.location = b.location and a.active && b.active
         where a.provider_id in ('{from}', '{to}')
         """;

    // On each day of a line one tariff holds; after it was ended early it may, to no effect.
    private static string Gaps(string from, string to) =>
        $"""
         select count(*) from contract_line l
         where l.provider_id in ('{from}', '{to}') and l.active is not null and (
             not coalesce((select range_agg(t.in_force) from tariff t where t.line_id = l.id and t.in_force is not null), datemultirange()) @> l.active
             or exists (select from tariff a join tariff b on a.line_id = b.line_id and a.id < b.id and a.in_force && b.in_force where a.line_id = l.id))
         """;
}
