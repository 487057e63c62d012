using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>What came in and what became of it.</summary>
internal sealed class GetCareMessage(CareMessageReader messages, ShownCareMessageReader shown)
{
    public async Task<GetCareMessageResponse> RunAsync(GetCareMessageRequest request, Caller caller, CancellationToken ct) =>
        new() { Message = await shown.ShowAsync(await messages.FindAsync(request.Id, caller, ct), ct) };
}

internal sealed class GetCareMessageValidator : AbstractValidator<GetCareMessageRequest>
{
    public GetCareMessageValidator() => RuleFor(r => r.Id).IsUuid();
}
