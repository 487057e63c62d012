using Grpc.Core;
using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Municipalities.V1;

namespace Regio.Cli.Demo;

/// <summary>Sharing out a cost: look first, record once, be refused when it is wrong.</summary>
internal sealed class CostSteps(Caller caller, GrpcChannel channel, Journal journal)
{
    private const string Role = "finance";
    private const string Subject = "Uitvoeringskosten JHRD 2021 (proefbedrag)";

    private readonly CostService.CostServiceClient _costs = new(channel);

    /// <summary>Gives the allocation that was recorded.</summary>
    public async Task<CostAllocation> RunAsync(CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(cancellationToken);
        await OneCentAsync(cancellationToken);
        var request = new AllocateCostRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            AmountCents = PublishedFigures.AmountCents,
            Subject = Subject,
        };
        var allocated = await AllocateAsync(request, preview, cancellationToken);
        await AllocateAgainAsync(request, allocated, cancellationToken);
        await BeRefusedAsync(
            "The same request_id with another amount",
            new AllocateCostRequest(request) { AmountCents = request.AmountCents - 1 },
            "request_id",
            cancellationToken);
        await BeRefusedAsync(
            "An amount below zero",
            new AllocateCostRequest(request) { RequestId = Guid.CreateVersion7().ToString(), AmountCents = -1 },
            "amount_cents",
            cancellationToken);
        return allocated;
    }

    private async Task<Allocation> PreviewAsync(CancellationToken cancellationToken)
    {
        journal.Begin($"What each would bear of {Output.Euros(PublishedFigures.AmountCents)}");
        var answer = await caller.AskAsync(
            Role,
            options => _costs.PreviewAllocationAsync(
                new PreviewAllocationRequest { AmountCents = PublishedFigures.AmountCents }, options),
            cancellationToken);
        var allocation = answer.Value.Allocation;
        journal.Rows([.. allocation.Shares.Select(share =>
            (share.MunicipalityName, $"{share.Percentage} %", Output.Euros(share.AmountCents)))]);
        journal.Tell($"together {Output.Euros(allocation.Shares.Sum(share => share.AmountCents))}, normalised from {allocation.PercentageSum} %");
        journal.Trace(answer.TraceId);
        CheckShares(allocation);
        return allocation;
    }

    private async Task OneCentAsync(CancellationToken cancellationToken)
    {
        journal.Begin($"Who bears {Output.Euros(1)}");
        var answer = await caller.AskAsync(
            Role,
            options => _costs.PreviewAllocationAsync(new PreviewAllocationRequest { AmountCents = 1 }, options),
            cancellationToken);
        var bearer = answer.Value.Allocation.Shares.Single(share => share.AmountCents == 1);
        journal.Tell(bearer.MunicipalityName);
        journal.Trace(answer.TraceId);
        Expect.Same(PublishedFigures.BearsOneCent, bearer.MunicipalityId, "the bearer of one cent");
    }

    private async Task<CostAllocation> AllocateAsync(
        AllocateCostRequest request, Allocation preview, CancellationToken cancellationToken)
    {
        journal.Begin($"Recording it, with request_id {request.RequestId}");
        var answer = await caller.AskAsync(Role, options => _costs.AllocateCostAsync(request, options), cancellationToken);
        var allocated = answer.Value.CostAllocation;
        journal.Tell($"allocation {allocated.Id}, {Output.Euros(allocated.Allocation.AmountCents)} over {allocated.Allocation.Shares.Count} municipalities");
        journal.Trace(answer.TraceId);
        CheckShares(allocated.Allocation);
        Expect.That(allocated.Allocation.Shares.Equals(preview.Shares), "the recorded shares are those of the preview");
        return allocated;
    }

    private async Task AllocateAgainAsync(AllocateCostRequest request, CostAllocation first, CancellationToken cancellationToken)
    {
        journal.Begin("The same request again, as after a lost answer");
        var answer = await caller.AskAsync(Role, options => _costs.AllocateCostAsync(request, options), cancellationToken);
        journal.Tell($"allocation {answer.Value.CostAllocation.Id}, the same answer; nothing was recorded twice");
        journal.Trace(answer.TraceId);
        Expect.That(answer.Value.CostAllocation.Equals(first), "the same request gives the same answer");
    }

    private async Task BeRefusedAsync(
        string title, AllocateCostRequest request, string field, CancellationToken cancellationToken)
    {
        journal.Begin($"{title}: refused");
        try
        {
            await caller.AskAsync(Role, options => _costs.AllocateCostAsync(request, options), cancellationToken);
        }
        catch (RefusedException refused)
        {
            journal.Tell(refused.Refusal.ToString());
            journal.Trace(refused.TraceId);
            Expect.Same(StatusCode.InvalidArgument, refused.Refusal.Status, "the status");
            Expect.That(refused.Refusal.Reason.Length > 0, "a refusal has a reason");
            Expect.That(refused.Refusal.Fields.Contains(field, StringComparer.Ordinal), $"the refusal names the field {field}");
            return;
        }

        throw new CommandFailedException($"the demo expected a refusal ({title}), and the call succeeded.");
    }

    private static void CheckShares(Allocation allocation)
    {
        Expect.Same(allocation.AmountCents, allocation.Shares.Sum(share => share.AmountCents), "the sum of the shares in cents");
        Expect.Same(PublishedFigures.Shares.Count, allocation.Shares.Count, "the number of shares");
        foreach (var share in allocation.Shares)
            Expect.Same(PublishedFigures.Shares[share.MunicipalityId], share.AmountCents, $"the share of {share.MunicipalityName} in cents");
    }
}
