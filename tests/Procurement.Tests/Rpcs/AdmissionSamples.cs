using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about the admission of providers, for the table over all rpcs.</summary>
internal sealed class AdmissionSamples(ProcurementHost host) : ISampleRequests
{
    private readonly AdmissionService.AdmissionServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public void AddTo(Samples samples) => samples
        .Add(async () => new RecordAdmissionStepRequest { Step = Step((await host.CreateProviderAsync()).Id, AdmissionState.Applied, Day(2026, 1, 1)) })
        .Add(async () => CareForm((await host.CreateProviderAsync()).Id))
        .Add(async () => new EndCareFormRequest { Id = (await _rpcs.RecordCareFormAsync(CareForm((await host.CreateProviderAsync()).Id))).CareForm.Id, EndDate = Day(2026, 6, 1) })
        .Add(async () => Subcontract((await host.CreateProviderAsync()).Id))
        .Add(async () => new EndSubcontractRequest { Id = (await _rpcs.RecordSubcontractAsync(Subcontract((await host.CreateProviderAsync()).Id))).Subcontract.Id, EndDate = Day(2026, 6, 1) })
        .Add(async () => Supervision((await host.CreateProviderAsync()).Id))
        .Add(async () => new EndSupervisionRequest { Id = (await _rpcs.RecordSupervisionAsync(Supervision((await host.CreateProviderAsync()).Id))).Supervision.Id, EndDate = Day(2026, 6, 1) });

    public static AdmissionStep Step(string provider, AdmissionState state, Date day) => new() { ProviderId = provider, State = state, HoldDate = day, Ground = "Besluit van de regio" };

    public static RecordCareFormRequest CareForm(string provider, CareFormKind kind = CareFormKind.Ambulatory) => new()
    {
        RequestId = NewId(), CareForm = new CareForm { ProviderId = provider, Kind = kind, Period = new() { StartDate = Day(2026, 1, 1) } },
    };

    public static RecordSubcontractRequest Subcontract(string provider) => new()
    {
        RequestId = NewId(),
        Subcontract = new Subcontract { ProviderId = provider, Name = "Gezinshuis De Es", AgbCode = "98765432", ProductId = "foster-care", Period = new() { StartDate = Day(2026, 1, 1) } },
    };

    public static RecordSupervisionRequest Supervision(string provider, SupervisionMeasure measure = SupervisionMeasure.Heightened) => new()
    {
        RequestId = NewId(),
        Supervision = new Supervision
        {
            ProviderId = provider,
            Inspectorate = Inspectorate.HealthAndYouth,
            Measure = measure,
            Summary = "Te weinig vaste begeleiders",
            Source = new() { Title = "Besluit IGJ", Place = "blz. 2" },
            Period = new() { StartDate = Day(2026, 1, 1) },
        },
    };
}
