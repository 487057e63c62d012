using MassTransit;
using Regio.Messages.Procurement.V1;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>Lets what was claimed before a line was added count for it.</summary>
internal sealed class OnContractAmended(StoredLateContracts contracts) : IConsumer<ContractAmended>
{
    public Task Consume(ConsumeContext<ContractAmended> context) => contracts.CountAsync(context.Message.ContractId, context.CancellationToken);
}
