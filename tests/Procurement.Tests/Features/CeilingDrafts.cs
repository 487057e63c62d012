using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>Ceilings in the states that tests begin from, each of a contract of its own.</summary>
internal sealed class CeilingDrafts(ProcurementHost host)
{
    public const long Amount = 100_000_00;

    public CeilingService.CeilingServiceClient Rpcs { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public async Task<Contract> SignedAsync(int year = 2026)
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(year);
        request.Contract.Lines[0] = Line(year: year);
        return await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
    }

    public static ProposeCeilingRequest Proposal(Contract contract) => new()
    {
        RequestId = NewId(),
        Ceiling = new Ceiling { ContractId = contract.Id, Period = contract.Period.Clone(), AmountCents = Amount, AlwaysPaidClause = "Crisis" },
    };

    public async Task<Ceiling> IntendedAsync(int year = 2026) => (await Rpcs.ProposeCeilingAsync(Proposal(await SignedAsync(year)))).Ceiling;

    public async Task<Ceiling> ViewedAsync(int year = 2026) =>
        (await Rpcs.RecordCeilingViewAsync(new() { RequestId = NewId(), Id = (await IntendedAsync(year)).Id, View = "Krap, maar haalbaar" })).Ceiling;

    public async Task<Ceiling> ActiveAsync(int year = 2026) =>
        (await Rpcs.DecideCeilingAsync(new() { RequestId = NewId(), Id = (await ViewedAsync(year)).Id, Reason = "Passend bij de vraag" })).Ceiling;

    public async Task<Ceiling> WarnedAsync()
    {
        var active = await ActiveAsync();
        await SpendAsync(active.ContractId, 75_000_00);
        return await GetAsync(active.Id);
    }

    public async Task<Ceiling> MetAsync() =>
        (await Rpcs.RecordCeilingMeetingAsync(new() { RequestId = NewId(), Id = (await WarnedAsync()).Id })).Ceiling;

    public async Task<Ceiling> GetAsync(string id) => (await Rpcs.GetCeilingAsync(new() { Id = id })).Ceiling;

    public async Task<RecordSpendResponse> SpendAsync(string contract, long cents, int month = 3, bool alwaysPaid = false) =>
        await Rpcs.RecordSpendAsync(new() { RequestId = NewId(), Rows = { Row(contract, cents, month, alwaysPaid) } });

    public static SpendRow Row(string contract, long cents, int month = 3, bool alwaysPaid = false) => new()
    {
        ContractId = contract, ProductId = "ambulatory-help", MunicipalityId = "GM0114", Month = Day(2026, month, 1), Cents = cents, AlwaysPaid = alwaysPaid,
    };
}
