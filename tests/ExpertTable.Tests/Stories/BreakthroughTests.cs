using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.ExpertTable.V1;
using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Stories;

/// <summary>A certified institution that deploys help at once, where nobody has a contract for it.</summary>
public sealed class BreakthroughTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task Help_without_a_contract_goes_first_and_a_contract_line_follows()
    {
        var guide = new Person(host, Roles.ProcessGuide, "the guide");
        var chair = new Person(host, Roles.TableChair, "the chair");
        var assen = new Person(host, Roles.PolicyAdviser, "an adviser of Assen", "GM0106");
        var id = (await guide.Cases.RegisterCaseAsync(Requests.Register())).Case.Id;
        await guide.Disclosures.RecordReferenceAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Kind = ReferenceKind.Court, Reference = "C-19-2026-114", Date = ExpertTableHost.Today });

        await guide.FollowUp.BreakThroughAsync(FollowUps.BreakThrough(id));
        var reconsidered = await Refused.ByAsync(async () => await assen.Cases.DecideCaseAsync(Requests.Decide(id)));
        var asked = Assert.Single((await guide.Cases.RequestPurchaseAsync(Requests.Purchase(id))).Case.Purchases);
        var line = Guid.CreateVersion7();
        await DecidedAsync(Guid.Parse(asked.Id), "contractregel gezinshuis per 1 augustus", line);
        await Eventually.Is("the contract line is in the case", CasePurchaseState.Granted, async () => (await guide.ReadAsync(id)).Purchases[0].State);
        await guide.FollowUp.RecordOutcomeAsync(FollowUps.Outcome(id));
        await chair.FollowUp.CloseCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, ReasonWithoutEvaluation = "De hulp loopt." });

        Assert.Equal("CASE_STATE", reconsidered.Reason());
        var file = await assen.ReadAsync(id, ReadPurpose.Decision);
        Assert.Equal((TriageWaiver.Breakthrough, CaseState.Closed), (file.TriageWaiver, file.State));
        Assert.Equal((null, null), (file.Advice, file.Decision));
        Assert.Equal(("45A05", "contractregel gezinshuis per 1 augustus", line.ToString("D")), (file.Purchases[0].ProductId, file.Purchases[0].Reason, file.Purchases[0].ContractLineId));
        Assert.Equal((ReferenceKind.Court, "C-19-2026-114", ExpertTableHost.Today), (file.References[0].Kind, file.References[0].Reference, file.References[0].Date));
        Assert.Equal([CaseState.Registered, CaseState.InExecution, CaseState.InEvaluation, CaseState.Closed], file.Steps.Select(s => s.State));
    }

    private async Task DecidedAsync(Guid request, string reason, Guid line)
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBus>().Publish(new PurchaseDecided
        {
            PurchaseRequestId = request,
            AggregateVersion = 2,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            Granted = true,
            Reason = reason,
            ContractLineId = line,
        });
    }
}
