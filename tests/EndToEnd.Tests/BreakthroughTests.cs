using System.Globalization;
using System.Security.Cryptography;
using Grpc.Core;
using Regio.Cli.Tokens;
using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.Procurement.V1;
using Regio.Testing;

namespace Regio.EndToEnd.Tests;

/// <summary>
/// A certified institution deploys help for which nobody has a contract. The help does not wait; Procurement hears of it over the
/// broker, comes to a contract line, and the case shows which.
/// </summary>
[Collection(RunningSuite.InTurn)]
public sealed class BreakthroughTests(RunningSuite suite)
{
    private const string Municipality = "GM0106";
    private const string Product = "family-home";
    private const string Reason = "Individuele afspraak met het gezinshuis.";

    private CaseService.CaseServiceClient Cases => new(suite.ExpertTable);

    private CaseFollowUpService.CaseFollowUpServiceClient FollowUp => new(suite.ExpertTable);

    private PurchaseRequestService.PurchaseRequestServiceClient Requests => new(suite.Procurement);

    private ContractService.ContractServiceClient Contracts => new(suite.Procurement);

    [Fact]
    public async Task Help_that_a_certified_institution_deploys_without_contract_ends_in_a_contract_line_that_the_case_shows()
    {
        var guide = await suite.AsAsync("process-guide");
        var buyer = await suite.AsAsync("contract-manager");
        var id = await RegisterAsync(guide);
        var begun = (await FollowUp.BreakThroughAsync(
            new() { RequestId = NewId(), Id = id, Help = "Een gezinshuis per direct.", Institution = "Jeugdbescherming Noord" }, guide, RunningSuite.Deadline())).Case;
        var provider = await ProviderAsync(buyer);
        Assert.Empty((await PositionAsync(provider, buyer)).Lines);

        var asked = (await Cases.RequestPurchaseAsync(new() { RequestId = NewId(), Id = id, ProductId = Product }, guide, RunningSuite.Deadline())).Case.Purchases[0];
        PurchaseRequest? open = null;
        await Eventually.Holds("Procurement has the request", async () => (open = await FindAsync(asked.Id, buyer)) is not null);
        var line = await SignAsync(provider, buyer);
        await Requests.DecidePurchaseRequestAsync(
            new() { RequestId = NewId(), Id = open!.Id, Etag = open.Etag, Grant = true, Reason = Reason, ContractLineId = line }, buyer, RunningSuite.Deadline());

        Assert.Equal((CaseState.InExecution, CasePurchaseState.Requested), (begun.State, asked.State));
        Assert.Equal((Municipality, Product, PurchaseRequestState.Open), (open.MunicipalityId, open.ProductId, open.State));
        await Eventually.Is("the contract line is in the case", (CasePurchaseState.Granted, Reason, line), async () => Shown(await ReadAsync(id, guide)));
        var seen = await ReadAsync(id, await suite.AsAsync(new TokenHolder("policy-adviser", Municipality: Municipality)));
        Assert.Equal((CaseState.InExecution, (CasePurchaseState.Granted, Reason, line)), (seen.State, Shown(seen)));
        Assert.Equal(line, Assert.Single((await PositionAsync(provider, buyer)).Lines).Line.Id);
    }

    private async Task<string> RegisterAsync(Metadata guide) => (await Cases.RegisterCaseAsync(
        new()
        {
            RequestId = NewId(),
            MunicipalityId = Municipality,
            Question = "Waar kan dit kind vandaag slapen?",
            Identity = new Identity { Bsn = "999900018", Name = "Proefkind", BirthDate = new Date { Year = 2013, Month = 5, Day = 2 } },
        },
        guide,
        RunningSuite.Deadline())).Case.Id;

    private async Task<string> ProviderAsync(Metadata buyer)
    {
        var agb = RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);
        return (await new ProviderService.ProviderServiceClient(suite.Procurement).CreateProviderAsync(
            new() { RequestId = NewId(), Provider = new Provider { Name = $"Gezinshuis {agb}", AgbCode = agb } }, buyer, RunningSuite.Deadline())).Provider.Id;
    }

    private async Task<string> SignAsync(string provider, Metadata buyer)
    {
        var period = new Period { StartDate = Day(Today), EndDate = Day(Today.AddYears(1)) };
        var draft = (await Contracts.CreateContractAsync(
            new()
            {
                RequestId = NewId(),
                Contract = new Contract
                {
                    ProviderId = provider,
                    Subject = "Gezinshuis, individuele afspraak",
                    Period = period,
                    Lines =
                    {
                        new ContractLine
                        {
                            ProductId = Product,
                            BuyerId = Municipality,
                            Unit = TariffUnit.Day,
                            TariffCents = 210_00,
                            Period = period,
                            ScaleException = ScaleException.Individual,
                            ExceptionGround = "Jeugdhulpplicht: voor dit kind is er niets gecontracteerd.",
                        },
                    },
                },
            },
            buyer,
            RunningSuite.Deadline())).Contract;
        return (await Contracts.SignContractAsync(new() { RequestId = NewId(), Id = draft.Id, Etag = draft.Etag }, buyer, RunningSuite.Deadline())).Contract.Lines[0].Id;
    }

    private async Task<ContractPosition> PositionAsync(string provider, Metadata buyer) => (await Contracts.BatchGetContractPositionsAsync(
        new() { Keys = { new ContractPositionKey { MunicipalityId = Municipality, ProductId = Product, ProviderId = provider, AsOf = Day(Today) } } },
        buyer,
        RunningSuite.Deadline())).Positions[0];

    private async Task<PurchaseRequest?> FindAsync(string id, Metadata buyer) => (await Requests.ListPurchaseRequestsAsync(
        new() { State = PurchaseRequestState.Open, PageSize = 500 }, buyer, RunningSuite.Deadline())).PurchaseRequests.FirstOrDefault(request => request.Id == id);

    private async Task<Case> ReadAsync(string id, Metadata reader) =>
        (await Cases.GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Treatment }, reader, RunningSuite.Deadline())).Case;

    private static (CasePurchaseState State, string Reason, string Line) Shown(Case file) =>
        (file.Purchases[0].State, file.Purchases[0].Reason, file.Purchases[0].ContractLineId);

    private static DateOnly Today => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).DateTime);

    private static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    private static string NewId() => Guid.CreateVersion7().ToString();
}
