using Grpc.Core;
using Regio.Messages.Municipalities.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Rpcs;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Agenda;

/// <summary>A tranche waits for its vision, over the real broker.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class AgendaFlowTests(ProcurementHost host)
{
    private readonly AgendaService.AgendaServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));
    private readonly ProcedureDrafts _drafts = new(host);

    [Fact]
    public async Task Nothing_of_a_tranche_is_published_before_its_vision_is_adopted()
    {
        var round = Guid.CreateVersion7();
        var planned = await PlanAsync(round);
        var procedure = await PreparedAsync(planned);

        var early = await Refused.ByAsync(async () => await _drafts.Rpcs.PublishProcedureAsync(ProcedureDrafts.Publication(procedure)));
        Assert.Equal((StatusCode.FailedPrecondition, "VISION_NOT_ADOPTED", "unknown"), (early.Code, early.Reason, early.Metadata["vision"]));
        Assert.Equal((true, "VISION_NOT_ADOPTED", procedure.Id), ((await ShownAsync(planned)) is var shown) ? (shown.Blocked, shown.BlockedReason, Assert.Single(shown.ProcedureIds)) : default);
        Assert.Equal(WorkKind.TrancheBlocked, Assert.Single(await new Watch(host).OnAsync(planned.Planned.StartDate, subject: planned.Id)).Kind);

        await AdoptAsync(round);
        var adopted = await ShownAsync(planned);
        Assert.Equal((false, VisionStanding.Adopted, Day(2025, 2, 1)), (adopted.Blocked, adopted.VisionStanding, adopted.VisionAdoptedDate));
        Assert.Empty(await new Watch(host).OnAsync(planned.Planned.StartDate, subject: planned.Id));
        Assert.Equal(ProcedureState.Published, (await _drafts.Rpcs.PublishProcedureAsync(ProcedureDrafts.Publication(procedure))).Procedure.State);
    }

    [Fact]
    public async Task A_vision_that_is_revised_stays_in_force_and_one_that_lapsed_blocks_again()
    {
        var round = Guid.CreateVersion7();
        var planned = await PlanAsync(round);
        await AdoptAsync(round);

        await host.PublishAsync(new RoundReopened { RoundId = round, AggregateVersion = 8, OccurredAt = TimeProvider.System.GetUtcNow(), RegionId = "JHRD", VersionNumber = 2 });
        await Eventually.Is("the revision is noted", VisionStanding.UnderRevision, async () => (await ShownAsync(planned)).VisionStanding);
        Assert.False((await ShownAsync(planned)).Blocked);
        await host.PublishAsync(new AdoptionLapsed { RoundId = round, AggregateVersion = 9, OccurredAt = TimeProvider.System.GetUtcNow(), RegionId = "JHRD", VersionNumber = 1 });
        await Eventually.Is("the lapse is noted", VisionStanding.Lapsed, async () => (await ShownAsync(planned)).VisionStanding);
        Assert.True((await ShownAsync(planned)).Blocked);
    }

    [Fact]
    public async Task A_number_is_given_once_and_a_procedure_keeps_to_the_buyer_of_its_tranche()
    {
        var planned = await PlanAsync(Guid.CreateVersion7(), "NMD");
        var twice = AgendaSamples.Plan(Guid.CreateVersion7(), "NMD", planned.Number);

        Assert.Equal("TRANCHE_EXISTS", (await Refused.ByAsync(async () => await _rpcs.PlanTrancheAsync(twice))).Reason);
        Assert.Equal("TRANCHE_OF_OTHER_BUYER", (await Refused.ByAsync(() => PreparedAsync(planned))).Reason);
        var unknown = await Refused.ByAsync(() => PreparedAsync(new Tranche { Id = NewId() }));
        Assert.Equal((StatusCode.NotFound, "TRANCHE_UNKNOWN"), (unknown.Code, unknown.Reason));
    }

    [Fact]
    public async Task A_tranche_moves_and_the_agenda_comes_in_pages()
    {
        var (first, second) = (await PlanAsync(Guid.CreateVersion7()), await PlanAsync(Guid.CreateVersion7()));
        var moved = (await _rpcs.MoveTrancheAsync(new() { RequestId = NewId(), Id = first.Id, Etag = first.Etag, Planned = Year(2031) })).Tranche;

        var seen = new List<string>();
        var ask = new ListTranchesRequest { BuyerId = "ZD", PageSize = 1 };
        do
        {
            var page = await _rpcs.ListTranchesAsync(ask);
            seen.Add(Assert.Single(page.Tranches).Id);
            ask.PageToken = page.NextPageToken;
        }
        while (ask.PageToken.Length > 0);

        Assert.Equal(Year(2031), moved.Planned);
        Assert.True(seen.IndexOf(first.Id) < seen.IndexOf(second.Id));
        Assert.Equal(seen.Distinct(), seen);
    }

    private async Task<Tranche> PlanAsync(Guid round, string buyer = "ZD") => (await _rpcs.PlanTrancheAsync(AgendaSamples.Plan(round, buyer))).Tranche;

    private async Task<Procedure> PreparedAsync(Tranche tranche)
    {
        var request = ProcedureDrafts.Plan();
        request.Procedure.TrancheId = tranche.Id;
        return (await _drafts.Rpcs.CreateProcedureAsync(request)).Procedure;
    }

    private async Task AdoptAsync(Guid round)
    {
        await host.PublishAsync(new VisionAdopted
        {
            RoundId = round,
            AggregateVersion = 7,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            RegionId = "JHRD",
            Subject = "Regiovisie",
            VersionNumber = 1,
            ContentHash = new string('a', 64),
            AdoptedOn = new DateOnly(2025, 2, 1),
        });
        await Eventually.Is("the adoption is noted", 1L, () => host.Database.ScalarAsync<long>($"select count(*) from vision where round_id = '{round}'"));
    }

    private async Task<Tranche> ShownAsync(Tranche tranche) => (await _rpcs.ListTranchesAsync(new() { BuyerId = tranche.BuyerId, PageSize = 500 })).Tranches.Single(t => t.Id == tranche.Id);
}
