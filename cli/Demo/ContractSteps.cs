using System.Globalization;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Common.V1;
using Regio.Procurement.V1;

namespace Regio.Cli.Demo;

/// <summary>Buying care: a line on the wrong scale is refused, one on the right scale is signed.</summary>
internal sealed class ContractSteps(Caller caller, GrpcChannel channel, Journal journal, TimeProvider time)
{
    private const string Role = "contract-manager";

    private readonly ProviderService.ProviderServiceClient _providers = new(channel);
    private readonly ContractService.ContractServiceClient _contracts = new(channel);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var provider = await RegisterProviderAsync(cancellationToken);
        await BeRefusedAsync(provider, cancellationToken);
        await SignAsync(provider, cancellationToken);
    }

    private async Task<Provider> RegisterProviderAsync(CancellationToken cancellationToken)
    {
        // A new one each time: a provider has one line for a product and buyer, and the demo can be run again.
        var agb = RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);
        journal.Begin("A provider for the demo");
        var answer = await caller.AskAsync(
            Role,
            options => _providers.CreateProviderAsync(
                new CreateProviderRequest { RequestId = NewId(), Provider = new Provider { Name = $"Proefaanbieder {agb}", AgbCode = agb } }, options),
            cancellationToken);
        journal.Tell($"{answer.Value.Provider.Name}, id {answer.Value.Provider.Id}");
        journal.Trace(answer.TraceId);
        return answer.Value.Provider;
    }

    private async Task BeRefusedAsync(Provider provider, CancellationToken cancellationToken)
    {
        journal.Begin("Foster care for Zuid-Drenthe alone: refused, because of the scale");
        try
        {
            await DraftAsync(provider, "Pleegzorg voor Zuid-Drenthe", "foster-care", "ZD", 6_500, cancellationToken);
        }
        catch (RefusedException refused)
        {
            journal.Tell(refused.Refusal.ToString());
            journal.Trace(refused.TraceId);
            Expect.Same(StatusCode.FailedPrecondition, refused.Refusal.Status, "the status");
            Expect.Same("SCALE_RULE_VIOLATED", refused.Refusal.Reason, "the reason");
            return;
        }

        throw new CommandFailedException("the demo expected a refusal (foster care on the wrong scale), and the call succeeded.");
    }

    private async Task SignAsync(Provider provider, CancellationToken cancellationToken)
    {
        journal.Begin("Residential care for Zuid-Drenthe: drafted and signed");
        var draft = await DraftAsync(provider, "Verblijf voor Zuid-Drenthe", "residential-care", "ZD", 30_000, cancellationToken);
        journal.Trace(draft.TraceId);
        var contract = draft.Value.Contract;
        var signed = await caller.AskAsync(
            Role,
            options => _contracts.SignContractAsync(new SignContractRequest { RequestId = NewId(), Id = contract.Id, Etag = contract.Etag }, options),
            cancellationToken);
        var line = signed.Value.Contract.Lines[0];
        journal.Tell($"contract {contract.Id}: {line.ProductId} for {line.BuyerId} at {Output.Euros(line.TariffCents)} a day");
        journal.Trace(signed.TraceId);
        Expect.Same(ContractState.Signed, signed.Value.Contract.State, "the state of the contract");
    }

    private Task<Answer<CreateContractResponse>> DraftAsync(
        Provider provider, string subject, string product, string buyer, long tariffCents, CancellationToken cancellationToken)
    {
        var today = DutchDay.Of(time);
        var period = new Period { StartDate = today.ToDate(), EndDate = today.AddYears(1).ToDate() };
        var contract = new Contract
        {
            ProviderId = provider.Id,
            Subject = subject,
            Period = period,
            Lines = { new ContractLine { ProductId = product, BuyerId = buyer, Unit = TariffUnit.Day, TariffCents = tariffCents, Period = period } },
        };
        return caller.AskAsync(
            Role,
            options => _contracts.CreateContractAsync(new CreateContractRequest { RequestId = NewId(), Contract = contract }, options),
            cancellationToken);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();
}
