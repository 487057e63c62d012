using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>Ten thousand positions in one call, over twenty thousand lines.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class BulkPositionTests(ProcurementHost host) : IAsyncLifetime
{
    private const int Providers = 100;
    private const int Questions = 10_000;

    private static readonly string[] Municipalities = ["GM0106", "GM0109", "GM0114", "GM1680", "GM1690"];

    /// <summary>10 products x 2 buyers x 100 providers x 10 years; products of their own, so that no other test meets them.</summary>
    public async ValueTask InitializeAsync() => await host.Database.ExecuteAsync(
        $"""
         insert into product (id, name, level, with_stay, validity, source_title, source_place)
         select 'bulk-' || p, 'Veel', 5, false, '[2015-01-01,)', 'test', '' from generate_series(1, 10) p on conflict do nothing;
         insert into provider (id, agb_code, name, certified_institution, version, created_at)
         select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '5' || lpad(n::text, 7, '0'), 'Veel ' || n, false, 1, now()
         from generate_series(1, {Providers}) n on conflict do nothing;
         with contracts as (
             insert into contract (id, provider_id, subject, validity, state, version, created_at, created_by, signed_at)
             select gen_random_uuid(), p.id, 'Veel', '[2016-01-01,2027-01-01)', 'Signed', 2, now(), 'test', now()
             from provider p where p.name like 'Veel %' and not exists (select from contract c where c.provider_id = p.id)
             returning id, provider_id
         ), lines as (
             insert into contract_line (id, position, product_id, buyer_id, scale, unit, tariff_cents, validity, exception_ground, active, contract_id, provider_id)
             select gen_random_uuid(), 0, 'bulk-' || p, b, 'ProcurementRegion', 'Hour', 1000 + p * 100 + y, r.validity, '', r.validity, c.id, c.provider_id
             from contracts c, generate_series(1, 10) p, unnest(array['ZD', 'NMD']) b, generate_series(2017, 2026) y,
                  lateral (select daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1)) as validity) r
             returning id, contract_id, provider_id, tariff_cents, active
         )
         insert into tariff (id, contract_id, line_id, provider_id, unit, cents, validity, provisional, created_at, created_by, state, in_force, substantiation, version,
             client_hours_cents, other_hours_cents, other_client_cents, overhead_cents, indexation_cents)
         select gen_random_uuid(), contract_id, id, provider_id, 'Hour', tariff_cents, active, false, now(), 'test', 'Adopted', active, '', 1, 0, 0, 0, 0, 0 from lines;
         analyze contract_line; analyze tariff;
         """);

    [Fact]
    public async Task Each_question_gets_the_line_of_its_own_product_provider_municipality_and_day()
    {
        var request = new BatchGetContractPositionsRequest();
        for (var i = 0; i < Questions; i++)
        {
            request.Keys.Add(new ContractPositionKey
            {
                MunicipalityId = Municipalities[i % Municipalities.Length],
                ProductId = $"bulk-{(i % 10) + 1}",
                ProviderId = $"00000000-0000-7000-8000-{(i % Providers) + 1:000000000000}",
                AsOf = Day(2017 + (i / 13 % 10), (i % 12) + 1, (i % 28) + 1),
            });
        }

        var answer = await host.Contracts.BatchGetContractPositionsAsync(request);

        Assert.Equal(Questions, answer.Positions.Count);
        for (var i = 0; i < Questions; i++)
        {
            var (key, line) = (request.Keys[i], Assert.Single(answer.Positions[i].Lines));
            Assert.Equal(key, answer.Positions[i].Key);
            var buyer = key.MunicipalityId is "GM0106" or "GM1680" ? "NMD" : "ZD";
            var tariff = 1000 + (int.Parse(key.ProductId[5..], null) * 100) + key.AsOf.Year;
            Assert.Equal((key.ProductId, key.ProviderId, buyer, (long)tariff), (line.Line.ProductId, line.ProviderId, line.Line.BuyerId, line.Line.TariffCents));
        }
    }

    [Fact]
    public async Task A_product_in_two_lots_has_two_lines_from_the_first_day_of_the_period_to_the_last()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var request = await host.RequestAsync(provider);
        request.Contract.Lines.Clear();
        request.Contract.Lines.Add(new[] { "Noord", "Zuid" }.Select(lot => new ContractLine(Line()) { Lot = lot }));
        await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        var days = new[] { Day(2025, 12, 31), Day(2026, 1, 1), Day(2026, 12, 31), Day(2027, 1, 1) };
        var keys = days.Select(day => new ContractPositionKey { MunicipalityId = "GM0114", ProductId = "ambulatory-help", ProviderId = provider, AsOf = day });

        var answer = await host.Contracts.BatchGetContractPositionsAsync(new() { Keys = { keys } });

        Assert.Equal(["", "Noord Zuid", "Noord Zuid", ""], answer.Positions.Select(p => string.Join(' ', p.Lines.Select(l => l.Line.Lot).Order())));
    }

    [Fact]
    public async Task More_than_that_or_too_many_without_provider_are_refused()
    {
        var key = new ContractPositionKey { MunicipalityId = "GM0106", ProductId = "bulk-1" };
        var many = new BatchGetContractPositionsRequest { Keys = { Enumerable.Repeat(key, 501) } };
        Assert.Equal("keys", Assert.Single((await Refused.ByAsync(async () => await host.Contracts.BatchGetContractPositionsAsync(many))).Fields));

        var owned = new ContractPositionKey(key) { ProviderId = NewId() };
        var more = new BatchGetContractPositionsRequest { Keys = { Enumerable.Repeat(owned, Questions + 1) } };
        Assert.Equal("keys", Assert.Single((await Refused.ByAsync(async () => await host.Contracts.BatchGetContractPositionsAsync(more))).Fields));

        var wrong = new BatchGetContractPositionsRequest { Keys = { owned, new ContractPositionKey(owned) { ProviderId = "x" } } };
        Assert.Equal("keys[1].provider_id", Assert.Single((await Refused.ByAsync(async () => await host.Contracts.BatchGetContractPositionsAsync(wrong))).Fields));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
