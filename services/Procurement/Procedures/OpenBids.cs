using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Opens the bids.</summary>
internal sealed class OpenBids(ProcedureReader procedures)
{
    public Task<OpenBidsResponse> RunAsync(OpenBidsRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(OpenBids),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.OpenBids(procedures.Today),
        procedure => new OpenBidsResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class OpenBidsValidator : AbstractValidator<OpenBidsRequest>
{
    public OpenBidsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
