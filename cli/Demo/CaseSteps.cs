using System.Globalization;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.ExpertTable.V1;

namespace Regio.Cli.Demo;

/// <summary>A case at the expert table, of a child that does not exist, from registration to decision.</summary>
internal sealed class CaseSteps(Caller caller, GrpcChannel channel, Journal journal, TimeProvider time)
{
    private const string Guide = "process-guide";
    private const string Chair = "table-chair";
    private const string Municipality = "GM0106";

    private readonly CaseService.CaseServiceClient _cases = new(channel);

    /// <summary>Gives the case when it has been decided, with its purchase request still open.</summary>
    public async Task<Case> RunAsync(CancellationToken cancellationToken)
    {
        journal.Begin("A case at the expert table, from registration to decision");
        var id = await RegisterAsync(cancellationToken);
        await StepAsync(Guide, "accepted at triage", options => _cases.TriageCaseAsync(new() { RequestId = NewId(), Id = id, Accept = true }, options), a => a.Case, cancellationToken);
        await StepAsync(Guide, "explanatory analysis recorded", options => _cases.RecordAnalysisAsync(new() { RequestId = NewId(), Id = id, Text = "Verklarende analyse van het proefkind." }, options), a => a.Case, cancellationToken);
        await StepAsync(Guide, "on the agenda of today", options => _cases.ScheduleCaseAsync(new() { RequestId = NewId(), Id = id, SittingDate = DutchDay.Of(time).ToDate() }, options), a => a.Case, cancellationToken);
        await StepAsync(Chair, "advice given", options => _cases.GiveAdviceAsync(new() { RequestId = NewId(), Id = id, Text = "Advies: een plek in een gezinshuis." }, options), a => a.Case, cancellationToken);
        await StepAsync(Guide, "a family home asked of Procurement", options => _cases.RequestPurchaseAsync(new() { RequestId = NewId(), Id = id, ProductId = "family-home" }, options), a => a.Case, cancellationToken);
        var decided = await StepAsync(Chair, "decided: the advice is followed", options => _cases.DecideCaseAsync(new() { RequestId = NewId(), Id = id, FollowAdvice = true }, options), a => a.Case, cancellationToken);
        Expect.Same(CaseState.Decided, decided.State, "the state of the case");
        Expect.Same(1, decided.Purchases.Count, "the number of purchase requests of the case");
        return decided;
    }

    /// <summary>Waits until the answer of Procurement is in the case.</summary>
    public async Task SeePurchaseAsync(Case decided, string reason, CancellationToken cancellationToken)
    {
        journal.Begin("The answer of Procurement is in the case");
        var file = await Patience.UntilAsync(
            time,
            "the answer of Procurement was in the case",
            () => caller.AskAsync(Guide, options => _cases.GetCaseAsync(new GetCaseRequest { Id = decided.Id, Purpose = ReadPurpose.Treatment }, options), cancellationToken),
            answer => answer.Value.Case.Purchases[0].State != CasePurchaseState.Requested,
            cancellationToken);
        var purchase = file.Value.Case.Purchases[0];
        journal.Tell($"purchase request {purchase.Id}: {purchase.State}, \"{purchase.Reason}\"");
        journal.Trace(file.TraceId);
        Expect.Same(CasePurchaseState.Granted, purchase.State, "the answer in the case");
        Expect.Same(reason, purchase.Reason, "the reason in the case");
    }

    private async Task<string> RegisterAsync(CancellationToken cancellationToken)
    {
        var request = new RegisterCaseRequest
        {
            RequestId = NewId(),
            MunicipalityId = Municipality,
            Question = "Welke hulp past bij dit proefkind?",
            Identity = new Identity { Bsn = TestNumber(), Name = "Proefkind", BirthDate = new DateOnly(2014, 3, 9).ToDate() },
        };
        var registered = await StepAsync(Guide, "registered", options => _cases.RegisterCaseAsync(request, options), a => a.Case, cancellationToken);
        return registered.Id;
    }

    private async Task<Case> StepAsync<T>(
        string role, string title, Func<CallOptions, AsyncUnaryCall<T>> call, Func<T, Case> caseOf, CancellationToken cancellationToken)
    {
        var answer = await caller.AskAsync(role, call, cancellationToken);
        var changed = caseOf(answer.Value);
        journal.Tell($"{title}: case {changed.Id} is {changed.State}");
        journal.Trace(answer.TraceId);
        return changed;
    }

    // One of the numbers that are set apart for tests (999900006 to 999999990) and pass the eleven-test.
    private static string TestNumber()
    {
        while (true)
        {
            var eight = RandomNumberGenerator.GetInt32(9999_0001, 9999_9998).ToString(CultureInfo.InvariantCulture);
            var last = Enumerable.Range(0, 8).Sum(i => (9 - i) * (eight[i] - '0')) % 11;
            if (last < 10)
                return $"{eight}{last}";
        }
    }

    private static string NewId() => Guid.CreateVersion7().ToString();
}
