using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Mandates;

/// <summary>Records that a council or college withdrew what its municipality had granted.</summary>
internal sealed class RecordWithdrawal(MunicipalitiesDbContext db, RegisterCache register, IdempotentRequests<MunicipalitiesDbContext> requests)
{
    public Task<RecordWithdrawalResponse> RunAsync(RecordWithdrawalRequest request, Caller caller, CancellationToken ct) => requests.RunAsync(
        RecordWithdrawalRequest.Descriptor.FullName, caller.Subject, request.RequestId, request, token => RecordAsync(request, caller, token), ct);

    private async Task<RecordWithdrawalResponse> RecordAsync(RecordWithdrawalRequest request, Caller caller, CancellationToken ct)
    {
        var body = BodyId.Parse(request.BodyId)!;
        body.NameIn(await register.GetAsync(ct), caller);
        var mandate = await db.MandateToChangeAsync(request.MandateId, ct);
        mandate.RecordWithdrawal(body.Scope, request.WithdrawnDate.ToDateOnly());
        return new RecordWithdrawalResponse { Mandate = mandate.ToProto() };
    }
}

internal sealed class RecordWithdrawalValidator : AbstractValidator<RecordWithdrawalRequest>
{
    public RecordWithdrawalValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MandateId).IsUuid();
        RuleFor(r => r.BodyId).IsGrantingBody();
        RuleFor(r => r.WithdrawnDate).IsDay();
    }
}
