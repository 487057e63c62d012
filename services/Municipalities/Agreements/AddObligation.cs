using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>Adds what somebody must do by an agreement.</summary>
internal sealed class AddObligation(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<AddObligationResponse> RunAsync(AddObligationRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => AddAsync(request, token), ct);

    private async Task<AddObligationResponse> AddAsync(AddObligationRequest request, CancellationToken ct)
    {
        var owner = BodyId.Parse(request.Obligation.OwnerBodyId)!;
        (await register.GetAsync(ct)).RequireScope(owner, "obligation.owner_body_id");
        var agreement = await db.AgreementToChangeAsync(request.Id, request.Etag, ct);
        var obligation = agreement.AddObligation(request.Obligation.Text.Trim(), owner.ToString(), request.Obligation.DueDate.ToDateOnly());
        return new AddObligationResponse { Obligation = obligation.ToProto() };
    }
}

internal sealed class AddObligationValidator : AbstractValidator<AddObligationRequest>
{
    public AddObligationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Obligation).NotNull().SetValidator(new ObligationValidator());
    }
}
