using MassTransit;
using Regio.Messages.Procurement.V1;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>Lets what was claimed before the signature count for the contract. The signature does not wait for it.</summary>
internal sealed class OnContractSigned(StoredLateContracts contracts) : IConsumer<ContractSigned>
{
    public Task Consume(ConsumeContext<ContractSigned> context) => contracts.CountAsync(context.Message.ContractId, context.CancellationToken);
}
