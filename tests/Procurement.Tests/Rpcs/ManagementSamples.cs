using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about contract management, for the table over all rpcs.</summary>
internal sealed class ManagementSamples(ProcurementHost host) : ISampleRequests
{
    private readonly Watch _watch = new(host);

    public void AddTo(Samples samples) => samples
        .Add(async () => new RecordContractReviewRequest
        {
            Review = new ContractReview { ContractId = (await SignedAsync()).Id, HeldDate = Day(2026, 5, 1), Summary = "Gesprek", Scores = { new IndicatorScore { Indicator = "Wachttijd", ScoreHundredths = 700, NormHundredths = 600 } } },
        })
        .Add(async () => new ListContractReviewsRequest { ContractId = (await SignedAsync()).Id })
        .Add(async () => await OpenAsync())
        .Add(async () => new AgreeImprovementPlanRequest { Id = (await _watch.Management.OpenImprovementPlanAsync(await OpenAsync())).Plan.Id, Measures = "Extra behandelaren", DueDate = Day(2027, 1, 1) })
        .Add(async () => new CloseImprovementPlanRequest { Id = (await _watch.Management.OpenImprovementPlanAsync(await OpenAsync())).Plan.Id, Outcome = "Niet gelukt" })
        .Add(async () => await OweAsync())
        .Add(async () => new SettleObligationRequest { Id = (await _watch.Management.RecordObligationAsync(await OweAsync())).Obligation.Id, Met = true, Evidence = "Rapport", SettledDate = Day(2026, 6, 1) });

    private async Task<Contract> SignedAsync() => await host.SignAsync(await host.DraftAsync());

    private async Task<OpenImprovementPlanRequest> OpenAsync() => new()
    {
        RequestId = NewId(), Plan = new ImprovementPlan { ContractId = (await SignedAsync()).Id, Subject = "Wachttijd", DueDate = Day(2027, 1, 1), Owner = "Directeur" },
    };

    private async Task<RecordObligationRequest> OweAsync()
    {
        var signed = await SignedAsync();
        return new()
        {
            RequestId = NewId(),
            Obligation = new Obligation
            {
                ProviderId = signed.ProviderId,
                ContractId = signed.Id,
                Origin = ObligationOrigin.Contract,
                Debtor = ObligationDebtor.Provider,
                Subject = "Kwartaalrapport",
                Indicator = "Doorlooptijd",
                DueDate = Day(2026, 7, 1),
                Owner = "Controller",
            },
        };
    }
}
