using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Innovations;

/// <summary>Innovations in the stages that tests begin from.</summary>
internal sealed class InnovationDrafts(ProcurementHost host)
{
    public InnovationService.InnovationServiceClient Rpcs { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public static ProposeInnovationRequest Proposal(string owner = "JHRD") => new()
    {
        RequestId = NewId(),
        Innovation = new Innovation
        {
            OwnerId = owner, Title = "Kleinschalig wonen", Need = "Wonen voor jongeren voor wie niets past", ProposedDate = Day(2025, 1, 6), DueDate = Day(2025, 4, 1),
        },
    };

    public static RecordProcurementViewRequest View(string id) => new()
    {
        RequestId = NewId(), Id = id, View = "Na de pilot in te kopen als open house", ViewDate = Day(2025, 2, 3),
    };

    public static DecideInnovationRequest Pilot(string id) => new()
    {
        RequestId = NewId(), Id = id, Stage = InnovationStage.Pilot, DecidedDate = Day(2025, 3, 3), Reason = "Besluit van het ABO", DueDate = Day(2026, 3, 2),
    };

    public static DecideInnovationRequest End(string id, InnovationStage stage) => new()
    {
        RequestId = NewId(), Id = id, Stage = stage, DecidedDate = Day(2026, 2, 2), Reason = "Besluit van het ABO", Result = "Zes jongeren wonen er",
    };

    public async Task<Innovation> IdeaAsync(string owner = "JHRD") => (await Rpcs.ProposeInnovationAsync(Proposal(owner))).Innovation;

    public async Task<Innovation> ViewedAsync() => (await Rpcs.RecordProcurementViewAsync(View((await IdeaAsync()).Id))).Innovation;

    public async Task<Innovation> PilotAsync() => (await Rpcs.DecideInnovationAsync(Pilot((await ViewedAsync()).Id))).Innovation;
}
