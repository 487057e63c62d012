using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>Sends a return message as it was stored.</summary>
internal sealed class DownloadCareAnswer(CareMessageReader messages, StoredCareFiles files)
{
    public async Task RunAsync(DownloadCareAnswerRequest request, IServerStreamWriter<DownloadCareAnswerResponse> answer, Caller caller, CancellationToken ct)
    {
        var message = await messages.FindAsync(request.Id, caller, ct);
        if (message.AnswerFileId is not { } file)
            throw new DomainException(CareOrderRules.Unanswered);
        if (message.DestroyedOn is not null)
            throw new DomainException(CareOrderRules.FileDestroyed);
        var name = $"{CareMessageMapping.KindName(message.AnswerKind)}-{message.Id:N}.xml";
        await answer.WriteAsync(new() { Header = new() { FileName = name } }, ct);
        await foreach (var piece in files.ReadAsync(file, ct))
            await answer.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, ct);
    }
}

internal sealed class DownloadCareAnswerValidator : AbstractValidator<DownloadCareAnswerRequest>
{
    public DownloadCareAnswerValidator() => RuleFor(r => r.Id).IsUuid();
}
