using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Procurement.V1;

namespace Regio.Cli.Demo;

/// <summary>The request of the expert table has crossed the broker when Procurement has it; then it is decided.</summary>
internal sealed class PurchaseSteps(Caller caller, GrpcChannel channel, Journal journal, TimeProvider time)
{
    private const string Role = "contract-manager";
    private const string Reason = "Er is een plek in een gezinshuis.";

    private readonly PurchaseRequestService.PurchaseRequestServiceClient _requests = new(channel);

    /// <summary>Gives the reason of the decision.</summary>
    public async Task<string> GrantAsync(string purchaseRequestId, CancellationToken cancellationToken)
    {
        journal.Begin("Procurement has the purchase request, and grants it");
        var listed = await Patience.UntilAsync(
            time,
            "Procurement had the purchase request",
            () => caller.AskAsync(Role, options => _requests.ListPurchaseRequestsAsync(new() { State = PurchaseRequestState.Open, PageSize = 500 }, options), cancellationToken),
            answer => Find(answer.Value) is not null,
            cancellationToken);
        var open = Find(listed.Value)!;
        journal.Tell($"purchase request {open.Id}: {open.ProductId} for {open.MunicipalityId}");
        journal.Trace(listed.TraceId);
        var decided = await caller.AskAsync(
            Role,
            options => _requests.DecidePurchaseRequestAsync(
                new() { RequestId = Guid.CreateVersion7().ToString(), Id = open.Id, Etag = open.Etag, Grant = true, Reason = Reason }, options),
            cancellationToken);
        journal.Tell($"it is {decided.Value.PurchaseRequest.State}");
        journal.Trace(decided.TraceId);
        return Reason;

        PurchaseRequest? Find(ListPurchaseRequestsResponse answer) => answer.PurchaseRequests.FirstOrDefault(request => request.Id == purchaseRequestId);
    }
}
