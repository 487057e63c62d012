using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;
using Source = Regio.Common.V1.Source;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about tariffs, for the table over all rpcs.</summary>
internal sealed class TariffSamples(ProcurementHost host) : ISampleRequests
{
    private const int Year = 2070;

    private readonly TariffService.TariffServiceClient _tariffs = new(host.Invoker(TestTokens.For("contract-manager")));

    public void AddTo(Samples samples) => samples
        .Add(async () => Draft(await SignedAsync()))
        .Add(async () => Substantiation(await DraftedAsync()))
        .Add(async () => new AdoptTariffRequest { Id = (await SubstantiatedAsync()).Id })
        .Add(async () => Objection(await SubstantiatedAsync()))
        .Add(async () => await AnswerAsync())
        .Add(async () => new GetTariffRequest { Id = (await SubstantiatedAsync()).Id })
        .Add(async () => new ListTariffsRequest { ContractId = (await SignedAsync()).Id })
        .Add(() => new RecordTariffIndexRequest { Index = Figure(TariffIndexKind.Wage, Year) })
        .Add(async () => await PreviewAsync());

    private static DraftTariffRequest Draft(Contract signed) =>
        new() { RequestId = NewId(), LineId = signed.Lines[0].Id, TariffCents = 99_00, Period = new() { StartDate = Day(Year, 7, 1) } };

    private static SubstantiateTariffRequest Substantiation(Tariff draft) => new()
    {
        RequestId = NewId(),
        Id = draft.Id,
        Elements = new() { ClientHoursCents = 59_00, OtherHoursCents = 10_00, OtherClientCents = 5_00, OverheadCents = 20_00, IndexationCents = 5_00 },
        Substantiation = "Kostprijsonderzoek",
    };

    private static ObjectToTariffRequest Objection(Tariff proposed) =>
        new() { RequestId = NewId(), Id = proposed.Id, Ground = "Onder de kostprijs", ReceivedDate = Day(Year, 5, 1) };

    private static TariffIndex Figure(TariffIndexKind kind, int year) =>
        new() { Kind = kind, Year = year, ForecastPercent = "2.1", DefinitivePercent = "2.3", Source = new Source { Title = "Indexcijfers" } };

    private async Task<Contract> SignedAsync()
    {
        var request = await host.RequestAsync();
        request.Contract.Period = ProcurementHost.Year(Year);
        request.Contract.Lines[0] = Line(year: Year);
        return await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
    }

    private async Task<Tariff> DraftedAsync() => (await _tariffs.DraftTariffAsync(Draft(await SignedAsync()))).Tariff;

    private async Task<Tariff> SubstantiatedAsync() => (await _tariffs.SubstantiateTariffAsync(Substantiation(await DraftedAsync()))).Tariff;

    private async Task<AnswerTariffObjectionRequest> AnswerAsync()
    {
        var objected = (await _tariffs.ObjectToTariffAsync(Objection(await SubstantiatedAsync()))).Tariff;
        return new() { RequestId = NewId(), Id = objected.Id, ObjectionId = objected.Objections[0].Id, Reason = "Het onderzoek is gevolgd" };
    }

    private async Task<PreviewIndexationRequest> PreviewAsync()
    {
        foreach (var kind in new[] { TariffIndexKind.Wage, TariffIndexKind.Material })
        {
            foreach (var year in new[] { Year, Year + 1 })
                await _tariffs.RecordTariffIndexAsync(new() { RequestId = NewId(), Index = Figure(kind, year) });
        }

        return new() { TariffCents = 99_00, Year = Year + 1, WageSharePercent = "80" };
    }
}
