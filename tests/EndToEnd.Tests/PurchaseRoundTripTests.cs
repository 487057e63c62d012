using System.Diagnostics;
using OpenTelemetry.Proto.Trace.V1;
using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.Procurement.V1;
using Regio.Testing;

namespace Regio.EndToEnd.Tests;

/// <summary>A case asks Procurement to buy, over the broker, and sees the decision come back over it.</summary>
[Collection(RunningSuite.InTurn)]
public sealed class PurchaseRoundTripTests(RunningSuite suite)
{
    private const string Reason = "Er is een plek.";

    private CaseService.CaseServiceClient Cases => new(suite.ExpertTable);

    private PurchaseRequestService.PurchaseRequestServiceClient Requests => new(suite.Procurement);

    [Fact]
    public async Task A_purchase_request_goes_to_procurement_and_its_decision_comes_back_each_in_one_trace()
    {
        var id = await AdvisedCaseAsync();
        var asked = ActivityTraceId.CreateRandom().ToHexString();
        var purchase = (await Cases.RequestPurchaseAsync(
            new() { RequestId = NewId(), Id = id, ProductId = "family-home" }, await suite.AsAsync("process-guide", Parent(asked)), RunningSuite.Deadline())).Case.Purchases[0];

        PurchaseRequest? open = null;
        await Eventually.Holds("Procurement has the request", async () => (open = await FindAsync(purchase.Id)) is not null);
        Assert.Equal(("GM0106", "family-home", PurchaseRequestState.Open), (open!.MunicipalityId, open.ProductId, open.State));

        var decided = ActivityTraceId.CreateRandom().ToHexString();
        await Requests.DecidePurchaseRequestAsync(
            new() { RequestId = NewId(), Id = open.Id, Etag = open.Etag, Grant = true, Reason = Reason },
            await suite.AsAsync("contract-manager", Parent(decided)),
            RunningSuite.Deadline());

        await Eventually.Is("the decision is in the case", (CasePurchaseState.Granted, Reason), async () => await ShownAsync(id));
        await ConsumedAsync(asked, by: "procurement");
        await ConsumedAsync(decided, by: "experttable");
    }

    private async Task<string> AdvisedCaseAsync()
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).DateTime);
        var guide = await suite.AsAsync("process-guide");
        var id = (await Cases.RegisterCaseAsync(
            new()
            {
                RequestId = NewId(),
                MunicipalityId = "GM0106",
                Question = "Welke hulp past hier?",
                Identity = new Identity { Bsn = "999900006", Name = "Proefkind", BirthDate = new Date { Year = 2014, Month = 3, Day = 9 } },
            },
            guide,
            RunningSuite.Deadline())).Case.Id;
        await Cases.TriageCaseAsync(new() { RequestId = NewId(), Id = id, Accept = true }, guide, RunningSuite.Deadline());
        await Cases.RecordAnalysisAsync(new() { RequestId = NewId(), Id = id, Text = "Analyse." }, guide, RunningSuite.Deadline());
        await Cases.ScheduleCaseAsync(
            new() { RequestId = NewId(), Id = id, SittingDate = new Date { Year = today.Year, Month = today.Month, Day = today.Day } }, guide, RunningSuite.Deadline());
        await Cases.GiveAdviceAsync(new() { RequestId = NewId(), Id = id, Text = "Advies." }, await suite.AsAsync("table-chair"), RunningSuite.Deadline());
        return id;
    }

    private async Task<PurchaseRequest?> FindAsync(string id) => (await Requests.ListPurchaseRequestsAsync(
        new() { PageSize = 500 }, await suite.AsAsync("contract-manager"), RunningSuite.Deadline())).PurchaseRequests.FirstOrDefault(request => request.Id == id);

    private async Task<(CasePurchaseState State, string Reason)> ShownAsync(string id)
    {
        var purchase = (await Cases.GetCaseAsync(
            new() { Id = id, Purpose = ReadPurpose.Treatment }, await suite.AsAsync("process-guide"), RunningSuite.Deadline())).Case.Purchases[0];
        return (purchase.State, purchase.Reason);
    }

    private Task ConsumedAsync(string traceId, string by) => Eventually.Holds(
        $"the trace reaches the consumer of {by}",
        () => Task.FromResult(suite.Otlp.SpansOf(traceId).Any(span => span.Service == by && span.Kind == Span.Types.SpanKind.Consumer)));

    private static string Parent(string traceId) => $"00-{traceId}-{ActivitySpanId.CreateRandom().ToHexString()}-01";

    private static string NewId() => Guid.CreateVersion7().ToString();
}
