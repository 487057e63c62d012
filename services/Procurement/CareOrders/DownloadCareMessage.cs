using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>Sends a message that counts to one of its two sides.</summary>
internal sealed class DownloadCareMessage(CareMessageReader messages, StoredCareFiles files)
{
    public async Task RunAsync(DownloadCareMessageRequest request, IServerStreamWriter<DownloadCareMessageResponse> answer, Caller caller, CancellationToken ct)
    {
        if ((await messages.PartyAsync(caller, ct)).Code is null)
            throw new DomainException(CommonRules.OtherPartyData);
        var message = await messages.FindAsync(request.Id, caller, ct);
        if (message.Outcome != CareMessageOutcome.Taken)
            throw CareOrderRules.NotFound(request.Id);
        if (message.DestroyedOn is not null)
            throw new DomainException(CareOrderRules.FileDestroyed);
        await answer.WriteAsync(new() { Header = new() { FileName = $"{CareMessageMapping.KindName(message.Kind)}-{message.Id:N}.xml" } }, ct);
        await foreach (var piece in files.ReadAsync(message.Id, ct))
            await answer.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, ct);
    }
}

internal sealed class DownloadCareMessageValidator : AbstractValidator<DownloadCareMessageRequest>
{
    public DownloadCareMessageValidator() => RuleFor(r => r.Id).IsUuid();
}
