using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.ExpertTable.V1;
using Regio.Messages.Procurement.V1;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>The two halves of the round trip to Procurement, over the real broker.</summary>
public sealed class PurchaseTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task A_request_reaches_the_queue_of_procurement_with_codes_only()
    {
        var id = (await host.CaseInAsync(CaseState.Decided)).Id;
        var asked = Assert.Single((await host.Guide.RequestPurchaseAsync(Requests.Purchase(id))).Case.Purchases);

        JsonNode? message = null;
        await Eventually.Holds("the command is in the queue", async () => (message = await TakeAsync(asked.Id)) is not null);

        Assert.Equal(
            ["municipalityId", "occurredAt", "productId", "purchaseRequestId"],
            message!["message"]!.AsObject().Select(p => p.Key).Order());
        Assert.Equal(("GM0106", "45A05"), (message["message"]!["municipalityId"]!.GetValue<string>(), message["message"]!["productId"]!.GetValue<string>()));
        Assert.Equal(CasePurchaseState.Requested, asked.State);
    }

    [Fact]
    public async Task A_decision_is_shown_in_the_case_whatever_comes_twice_late_or_from_elsewhere()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;
        var asked = Guid.Parse((await host.Guide.RequestPurchaseAsync(Requests.Purchase(id))).Case.Purchases[0].Id);
        var handled = await HandledAsync();

        var same = Guid.CreateVersion7();
        await PublishAsync(Decided(Guid.CreateVersion7(), version: 2, granted: true, "of another service"));
        await PublishAsync(Decided(asked, version: 3, granted: false, "te duur"), same);
        await PublishAsync(Decided(asked, version: 3, granted: false, "te duur"), same);
        await Eventually.Is("the first decision is handled", handled + 2, HandledAsync);
        await PublishAsync(Decided(asked, version: 3, granted: true, "the same version again"));
        await PublishAsync(Decided(asked, version: 2, granted: true, "an older one"));
        await Eventually.Is("the late ones are handled", handled + 4, HandledAsync);

        var file = await host.ReadAsync(id, host.Assen);
        var shown = Assert.Single(file.Purchases);
        Assert.Equal((CasePurchaseState.Refused, "te duur"), (shown.State, shown.Reason));
        Assert.Equal("\"8\"", file.Etag);
    }

    [Fact]
    public async Task A_later_decision_replaces_an_earlier_one()
    {
        var id = (await host.CaseInAsync(CaseState.Decided)).Id;
        var asked = Guid.Parse((await host.Guide.RequestPurchaseAsync(Requests.Purchase(id))).Case.Purchases[0].Id);

        await PublishAsync(Decided(asked, version: 2, granted: false, "te duur"));
        await PublishAsync(Decided(asked, version: 3, granted: true, "toch een plek"));

        await Eventually.Is("the later one is shown", CasePurchaseState.Granted, async () => (await host.ReadAsync(id)).Purchases[0].State);
    }

    private static PurchaseDecided Decided(Guid id, long version, bool granted, string reason) => new()
    {
        PurchaseRequestId = id,
        AggregateVersion = version,
        OccurredAt = TimeProvider.System.GetUtcNow(),
        Granted = granted,
        Reason = reason,
    };

    private Task PublishAsync(PurchaseDecided decided, Guid? messageId = null) =>
        host.Host.Services.GetRequiredService<IBus>().Publish(decided, context => context.MessageId = messageId ?? Guid.CreateVersion7());

    private Task<long> HandledAsync() => host.CountAsync("select count(*) from inbox_message");

    private async Task<JsonNode?> TakeAsync(string purchaseId)
    {
        if (await host.Broker.CountAsync(ExpertTableHost.PurchaseQueue) is null)
            return null;
        await using var channel = await host.Broker.OpenChannelAsync();
        while (await channel.BasicGetAsync(ExpertTableHost.PurchaseQueue, autoAck: true) is { } got)
        {
            var message = JsonNode.Parse(got.Body.Span)!;
            if (message["message"]!["purchaseRequestId"]!.GetValue<string>() == purchaseId)
                return message;
        }

        return null;
    }
}
