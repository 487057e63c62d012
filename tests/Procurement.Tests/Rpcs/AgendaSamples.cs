using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about the purchasing agenda, for the table over all rpcs.</summary>
internal sealed class AgendaSamples(ProcurementHost host) : ISampleRequests
{
    private static int s_numbers;
    private readonly AgendaService.AgendaServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public void AddTo(Samples samples) => samples
        .Add(() => Plan(Guid.CreateVersion7()))
        .JudgedElsewhere<PlanTrancheRequest>("tranche.vision_round_id")
        .Add(async () => new MoveTrancheRequest { Id = (await _rpcs.PlanTrancheAsync(Plan(Guid.CreateVersion7()))).Tranche.Id, Planned = Year(2028) })
        .Add(() => new ListTranchesRequest { BuyerId = "ZD" });

    public static PlanTrancheRequest Plan(Guid round, string buyer = "ZD", int? number = null) => new()
    {
        RequestId = NewId(),
        Tranche = new Tranche
        {
            BuyerId = buyer, Number = number ?? Interlocked.Increment(ref s_numbers), Title = "Ambulante hulp en behandeling", VisionRoundId = round.ToString("D"), Planned = Year(2027),
        },
    };
}
