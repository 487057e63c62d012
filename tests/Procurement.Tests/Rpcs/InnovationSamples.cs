using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Innovations;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about innovations, for the table over all rpcs.</summary>
internal sealed class InnovationSamples(ProcurementHost host) : ISampleRequests
{
    private readonly InnovationDrafts _drafts = new(host);

    public void AddTo(Samples samples) => samples
        .Add(() => InnovationDrafts.Proposal())
        .Add(async () => InnovationDrafts.View((await _drafts.IdeaAsync()).Id))
        .Add(async () => InnovationDrafts.Pilot((await _drafts.ViewedAsync()).Id))
        .Add(async () => new GetInnovationRequest { Id = (await _drafts.IdeaAsync()).Id })
        .Add(async () => new ListInnovationsRequest { OwnerId = (await _drafts.IdeaAsync()).OwnerId });
}
