using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Regio.Common.V1;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.Persistence;
using Regio.Procurement.ReferenceData;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>What a reader that begins anew finds of providers, contracts, ceilings and client stops.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class HistoryTests(ProcurementHost host)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly CeilingDrafts _ceilings = new(host);

    [Fact]
    public async Task An_addendum_is_told_with_the_lines_and_the_end_that_hold_after_it()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var line = Line();
        (line.TariffCents, line.Period.StartDate) = (120_00, Day(2026, 7, 1));
        await host.Contracts.AmendContractAsync(new()
        {
            RequestId = NewId(), Id = signed.Id, EffectiveDate = Day(2026, 7, 1), Reason = "Zwaardere vraag", EndedLineIds = { signed.Lines[0].Id }, AddedLines = { line },
        });
        await host.Contracts.RenewContractAsync(new() { RequestId = NewId(), Id = signed.Id, CurrentEndDate = Day(2027, 1, 1), AnnouncedDate = Day(2026, 3, 1) });

        var told = (await HistoryAsync<ContractAmended>()).Where(e => e.ContractId == Guid.Parse(signed.Id)).ToList();

        Assert.Equal([("change", 3L, 1), ("renewal", 4L, 2)], told.Select(e => (e.Kind, e.AggregateVersion, e.AddendumNumber)));
        Assert.Equal([(95_00L, new DateOnly(2026, 1, 1), new DateOnly(2026, 7, 1)), (120_00L, new DateOnly(2026, 7, 1), new DateOnly(2028, 1, 1))],
            told[1].Lines.Select(l => (l.TariffCents, l.ValidFrom, l.ValidUntil!.Value)));
        Assert.All(told[1].Lines, l => Assert.Equal(("ambulatory-help", 5, "ZD", "hour", null as string), (l.ProductId, l.Level, l.BuyerId, l.Unit, l.ScaleException)));
        Assert.Equal(new DateOnly(2028, 1, 1), told[1].ValidUntil);
    }

    [Fact]
    public async Task Each_state_of_a_ceiling_is_told_in_the_order_of_its_versions()
    {
        var met = await _ceilings.MetAsync();

        var told = (await HistoryAsync<CeilingChanged>()).Where(e => e.CeilingId == Guid.Parse(met.Id)).ToList();

        Assert.Equal(["intention", "viewed", "active", "warned", "met"], told.Select(e => e.State));
        Assert.Equal(told.Select(e => e.AggregateVersion).Order(), told.Select(e => e.AggregateVersion));
        Assert.All(told, e => Assert.Equal((Guid.Parse(met.ContractId), Guid.Parse(met.ProviderId), CeilingDrafts.Amount), (e.ContractId, e.ProviderId, e.AmountCents)));
        Assert.Equal((75_000_00L, true), (told[^1].CountedCents, told[^1].MeetingDueOn is not null));
    }

    [Fact]
    public async Task A_client_stop_is_told_when_it_is_recorded_and_when_it_is_lifted()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var stop = (await _ceilings.Rpcs.RecordClientStopAsync(new()
        {
            RequestId = NewId(),
            ClientStop = new ClientStop
            {
                ProviderId = provider, Declarer = ClientStopDeclarer.Provider, AnnouncedDate = Day(2026, 3, 1), Period = new() { StartDate = Day(2026, 3, 8) }, Ground = "Geen personeel", NoticeDays = 28,
            },
        })).ClientStop;
        await _ceilings.Rpcs.LiftClientStopAsync(new() { RequestId = NewId(), Id = stop.Id, EndDate = Day(2026, 6, 1) });

        var told = (await HistoryAsync<ClientStopRecorded>()).Where(e => e.ProviderId == Guid.Parse(provider)).ToList();

        Assert.Equal([(1L, null as DateOnly?), (2L, new DateOnly(2026, 6, 1))], told.Select(e => (e.AggregateVersion, e.ValidUntil)));
        Assert.All(told, e => Assert.Equal((new DateOnly(2026, 3, 8), "provider", false, true), (e.ValidFrom, e.Declarer, e.IsPartial, e.AnnouncedLate)));
    }

    [Fact]
    public async Task A_provider_is_told_whole_when_it_is_registered_and_when_it_changes()
    {
        var asked = new CreateProviderRequest { RequestId = NewId(), Provider = new() { Name = "Elker", AgbCode = host.NewAgbCode() } };
        var provider = (await host.Providers.CreateProviderAsync(asked)).Provider;
        await host.Providers.CreateProviderAsync(asked);
        await Refused.ByAsync(async () => await host.Providers.CreateProviderAsync(new() { RequestId = NewId(), Provider = new() { Name = "Ambiq", AgbCode = provider.AgbCode } }));
        var renamed = (await ChangeAsync("name", new() { Id = provider.Id, Etag = provider.Etag, Name = "Elker Noord" })).Provider;
        await Refused.ByAsync(() => ChangeAsync("name", new() { Id = provider.Id, Etag = provider.Etag, Name = "Nog een" }));
        await ChangeAsync("certified_institution", new() { Id = provider.Id, Etag = renamed.Etag, CertifiedInstitution = true });

        var told = (await HistoryAsync<ProviderChanged>()).Where(e => e.AgbCode == provider.AgbCode).ToList();

        Assert.Equal([(1L, "Elker", false), (2L, "Elker Noord", false), (3L, "Elker Noord", true)], told.Select(e => (e.AggregateVersion, e.Name, e.CertifiedInstitution)));
        Assert.All(told, e => Assert.Equal(Guid.Parse(provider.Id), e.ProviderId));
    }

    [Fact]
    public async Task A_provider_from_before_there_were_events_is_told_once()
    {
        var agbCode = host.NewAgbCode();
        await host.Database.ExecuteAsync(
            $"insert into provider (id, agb_code, name, certified_institution, version, created_at) values ('{NewId()}', '{agbCode}', 'De Ambelt', true, 4, now())");
        var provider = await host.CreateProviderAsync();

        await LoadAsync();
        await LoadAsync();

        var told = await HistoryAsync<ProviderChanged>();
        Assert.Equal((4L, "De Ambelt", true), Assert.Single(told.Where(e => e.AgbCode == agbCode).Select(e => (e.AggregateVersion, e.Name, e.CertifiedInstitution))));
        Assert.Single(told, e => e.AgbCode == provider.AgbCode);
    }

    private async Task<UpdateProviderResponse> ChangeAsync(string path, Provider provider) => await host.Providers.UpdateProviderAsync(new()
    {
        RequestId = NewId(), Provider = provider, UpdateMask = new() { Paths = { path } },
    });

    /// <summary>What each start of the service does after its migrations.</summary>
    private async Task LoadAsync()
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        var loader = scope.ServiceProvider.GetServices<IReferenceDataLoader<ProcurementDbContext>>().OfType<EarlierProvidersLoader>().Single();
        await loader.LoadAsync(scope.ServiceProvider.GetRequiredService<ProcurementDbContext>(), TestContext.Current.CancellationToken);
    }

    private async Task<List<T>> HistoryAsync<T>()
    {
        var history = new HistoryService.HistoryServiceClient(host.Invoker(TestTokens.For(Roles.Service)));
        using var call = history.ReadHistory(new ReadHistoryRequest { EventTypes = { typeof(T).FullName! } });
        var events = new List<T>();
        await foreach (var page in call.ResponseStream.ReadAllAsync())
            events.AddRange(page.Events.Select(e => JsonSerializer.Deserialize<T>(e.Body, Json)!));
        return events;
    }
}
