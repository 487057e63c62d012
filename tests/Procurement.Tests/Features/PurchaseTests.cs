using Grpc.Core;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>The command of the expert table, over the real broker, and its decision.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class PurchaseTests(ProcurementHost host)
{
    [Fact]
    public async Task A_command_that_comes_again_is_recorded_once_whatever_its_message_id()
    {
        var command = Command();
        var messageId = Guid.CreateVersion7();

        await host.PublishAsync(command, messageId);
        await host.PublishAsync(command, messageId);
        await host.PublishAsync(command);
        await Eventually.Is("both message ids are in the inbox", 2L, () => HandledAsync(command, messageId));

        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from purchase_request where id = '{command.PurchaseRequestId}'"));
        Assert.Equal(0U, await host.Broker.CountAsync("procurement-on-request-purchase_error") ?? 0);
    }

    [Theory]
    [InlineData(true, PurchaseRequestState.Granted)]
    [InlineData(false, PurchaseRequestState.Refused)]
    public async Task A_decision_is_made_once_and_published(bool grant, PurchaseRequestState state)
    {
        var open = await ReceivedAsync(Command());
        var request = new DecidePurchaseRequestRequest { RequestId = NewId(), Id = open.Id, Etag = open.Etag, Grant = grant, Reason = "Plek bij PC Noord" };

        var decided = (await host.Purchases.DecidePurchaseRequestAsync(request)).PurchaseRequest;

        Assert.Equal((state, "Plek bij PC Noord"), (decided.State, decided.Reason));
        Assert.Equal(decided, (await host.Purchases.DecidePurchaseRequestAsync(request)).PurchaseRequest);
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from outbox_message where lane = '{open.Id}'"));
        await Eventually.Holds("the event is in the queue of the expert table", async () => await host.Broker.CountAsync("experttable-on-purchase-decided") > 0);

        request.RequestId = NewId();
        request.Etag = "";
        var again = await Refused.ByAsync(async () => await host.Purchases.DecidePurchaseRequestAsync(request));
        Assert.Equal((StatusCode.FailedPrecondition, "PURCHASE_REQUEST_DECIDED"), (again.Code, again.Reason));
    }

    [Fact]
    public async Task A_refusal_without_reason_and_a_stale_etag_are_refused()
    {
        var open = await ReceivedAsync(Command());

        var silent = await Refused.ByAsync(async () => await host.Purchases.DecidePurchaseRequestAsync(new() { RequestId = NewId(), Id = open.Id }));
        var stale = await Refused.ByAsync(async () => await host.Purchases.DecidePurchaseRequestAsync(new() { RequestId = NewId(), Id = open.Id, Grant = true, Etag = "\"7\"" }));

        Assert.Equal((StatusCode.InvalidArgument, "REASON_MISSING", "reason"), (silent.Code, silent.Reason, silent.Fields[0]));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (stale.Code, stale.Reason));
    }

    [Fact]
    public async Task A_grant_names_the_signed_line_by_which_it_was_bought()
    {
        var open = await ReceivedAsync(Command(product: "ambulatory-help", municipality: "GM0109"));
        var draft = await DraftAsync();
        var line = draft.Lines[0].Id;

        var unknown = await Refused.ByAsync(() => DecideAsync(open.Id, NewId()));
        var unsigned = await Refused.ByAsync(() => DecideAsync(open.Id, line));
        await host.SignAsync(draft);
        var decided = await DecideAsync(open.Id, line);

        Assert.Equal((StatusCode.NotFound, "CONTRACT_LINE_UNKNOWN", "contract_line_id"), (unknown.Code, unknown.Reason, unknown.Fields[0]));
        Assert.Equal((StatusCode.InvalidArgument, "LINE_DOES_NOT_SERVE", "contract_line_id"), (unsigned.Code, unsigned.Reason, unsigned.Fields[0]));
        Assert.Equal((PurchaseRequestState.Granted, line), (decided.State, decided.ContractLineId));
    }

    /// <summary>For ambulatory help in Zuid-Drenthe, this year.</summary>
    private async Task<Contract> DraftAsync()
    {
        var request = await host.RequestAsync();
        request.Contract.Period = request.Contract.Lines[0].Period = Year(TimeProvider.System.DutchToday().Year);
        return (await host.Contracts.CreateContractAsync(request)).Contract;
    }

    private async Task<PurchaseRequest> DecideAsync(string id, string line) =>
        (await host.Purchases.DecidePurchaseRequestAsync(new() { RequestId = NewId(), Id = id, Grant = true, ContractLineId = line })).PurchaseRequest;

    [Fact]
    public async Task Who_is_limited_to_a_municipality_sees_its_requests_alone()
    {
        await ReceivedAsync(Command("GM0118"));
        await ReceivedAsync(Command("GM0119"));
        var purchases = new PurchaseRequestService.PurchaseRequestServiceClient(host.Invoker(TestTokens.For(Roles.PolicyAdviser, municipality: "GM0118")));

        var seen = (await purchases.ListPurchaseRequestsAsync(new())).PurchaseRequests;

        Assert.NotEmpty(seen);
        Assert.All(seen, request => Assert.Equal("GM0118", request.MunicipalityId));
    }

    private static RequestPurchase Command(string municipality = "GM0106", string product = "secure-care") => new()
    {
        PurchaseRequestId = Guid.CreateVersion7(),
        OccurredAt = TimeProvider.System.GetUtcNow(),
        MunicipalityId = municipality,
        ProductId = product,
    };

    private async Task<PurchaseRequest> ReceivedAsync(RequestPurchase command)
    {
        await host.PublishAsync(command);
        PurchaseRequest? found = null;
        await Eventually.Holds("the request is recorded", async () =>
        {
            var open = await host.Purchases.ListPurchaseRequestsAsync(new() { State = PurchaseRequestState.Open });
            found = open.PurchaseRequests.SingleOrDefault(r => r.Id == command.PurchaseRequestId.ToString("D"));
            return found is not null;
        });
        return found!;
    }

    // The second message has an id of its own, so it is counted by what came after the first.
    private Task<long> HandledAsync(RequestPurchase command, Guid messageId) => host.Database.ScalarAsync<long>(
        $"""
         select count(*) from inbox_message
         where consumer = 'procurement-on-request-purchase' and (message_id = '{messageId}' or received_at >
             (select received_at from inbox_message where message_id = '{messageId}'))
             and exists (select from purchase_request where id = '{command.PurchaseRequestId}')
         """);
}
