using FluentValidation;
using Regio.Procurement.V1;
using Regio.Procurement.Vault;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>What came in and what became of it.</summary>
internal sealed class GetCareMessage(CareMessageReader messages, CareKeys keys)
{
    public async Task<GetCareMessageResponse> RunAsync(GetCareMessageRequest request, Caller caller, CancellationToken ct) =>
        new() { Message = (await messages.FindAsync(request.Id, caller, ct)).ToProto(keys) };
}

internal sealed class GetCareMessageValidator : AbstractValidator<GetCareMessageRequest>
{
    public GetCareMessageValidator() => RuleFor(r => r.Id).IsUuid();
}
